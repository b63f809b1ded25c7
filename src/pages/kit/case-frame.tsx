// The frame of a case: the name band, and the two columns of what is owed and what happened.
import type { Content } from './component/markup.ts'

export interface NameBandProps {
  /** The page's h1. Names first, identifiers after. */
  name: string
  /** 'Aged 4, born 2 June 2021'; 'Lead practitioner'; 'Lives with'. */
  facts: { term: string; value: Content }[]
  /** Restrictions on who may see this, in words. */
  restrictions?: Content
  /** The one prominent button: Record something. */
  action?: Content
}

/** Who this is about, who is responsible, where they live, and what is restricted. */
export function NameBand({ name, facts, restrictions, action }: NameBandProps) {
  return (
    <div class="gt-band">
      <div class="gt-band__head">
        <h1 class="govuk-heading-l gt-band__name">{name}</h1>
        {action && <div class="gt-band__action">{action}</div>}
      </div>
      <dl class="gt-band__facts">
        {facts.map(fact => (
          <div>
            <dt>{fact.term}</dt>
            <dd>{fact.value}</dd>
          </div>
        ))}
      </dl>
      {restrictions && <p class="gt-band__restrictions">{restrictions}</p>}
    </div>
  )
}

/** Two columns on a wide screen; what is owed comes first on a phone. */
export function CaseColumns({ owed, happened }: { owed: Content; happened: Content }) {
  return (
    <div class="gt-columns">
      <section class="gt-columns__owed" aria-labelledby="owed">
        <h2 class="govuk-heading-m" id="owed">
          What is owed
        </h2>
        {owed}
      </section>
      <section class="gt-columns__happened" aria-labelledby="happened">
        <h2 class="govuk-heading-m" id="happened">
          What happened
        </h2>
        {happened}
      </section>
    </div>
  )
}
