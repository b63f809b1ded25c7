// A short list of what the open duties ask for, then every kind of record by procedure.
import type { ProcedureDefinition } from '../../engine/procedure.ts'
import type { Day } from '../../guidance/days.ts'
import { type DutyRow, isOpenOn, type ReadCase } from '../../ledger/read.ts'
import { Details } from '../kit/component/messages.tsx'
import { framed } from '../pipeline/frame.ts'
import type { Visit } from '../pipeline/page.ts'
import { isOverdue, mustOf, sayOwed, sayTrigger } from './duty-words.ts'
import { nameOf } from './fact-words.ts'
import { named } from './open-form.ts'
import { Styles } from './record.view.tsx'

interface Choosing {
  readonly read: ReadCase
  readonly why: string
  readonly asked: readonly DutyRow[]
  readonly procedures: readonly ProcedureDefinition[]
}

/** The page. */
export function chooseView(visit: Visit, { read, why, asked, procedures }: Choosing): string {
  const name = nameOf(read)
  const address = `/case/${read.head.reference}/record`
  const children = (
    <>
      <Styles />
      <span class="govuk-caption-l">{name}</span>
      <h1 class="govuk-heading-l gt-record__title">What do you want to record?</h1>
      <div class="gt-choose">
        <AskedFor visit={visit} read={read} asked={asked} address={address} />
        <section aria-labelledby="all-kinds">
          <h2 class="govuk-heading-m" id="all-kinds">
            Everything that can be recorded
          </h2>
          {procedures.map(procedure => (
            <Details summary={procedure.label} open={isUnderWay(procedure, read, visit.today.day)} class="gt-kinds">
              <ul class="gt-kinds__list">
                {procedure.facts.map(fact => (
                  <li>
                    <a class="govuk-link" href={`${address}/${fact.kind}`}>
                      {fact.label}
                    </a>
                  </li>
                ))}
              </ul>
            </Details>
          ))}
        </section>
      </div>
    </>
  )
  return framed(visit, {
    title: `What do you want to record? ${name}`,
    back: { href: `/case/${read.head.reference}`, text: name },
    why: <p>{why}</p>,
    children,
  })
}

function isUnderWay(procedure: ProcedureDefinition, read: ReadCase, today: Day): boolean {
  return read.procedures.some(one => one.procedure === procedure.id && isOpenOn(one, today))
}

function AskedFor({
  visit,
  read,
  asked,
  address,
}: Pick<Choosing, 'read' | 'asked'> & { visit: Visit; address: string }) {
  const { guidance, today } = visit
  return (
    <section aria-labelledby="asked-for">
      <h2 class="govuk-heading-m" id="asked-for">
        Asked for now
      </h2>
      {asked.length === 0 && (
        <p class="gt-empty">
          No duty that this system tracks is open on this case. When one is, the records that would meet it are offered
          here.
        </p>
      )}
      <ul class="gt-duties__list">
        {asked.map(duty => {
          const rule = guidance.rules.get(duty.rule)
          const overdue = isOverdue(duty, today.day)
          return (
            <li class={`gt-duty${overdue ? ' gt-duty--overdue' : ''}`}>
              <p class="gt-duty__who gt-choices">
                {rule?.dischargedBy.map(fact => (
                  <a
                    class="govuk-link"
                    href={`${address}/${fact.kind}?${named.answers}=${encodeURIComponent(duty.id)}`}
                  >
                    {fact.label}
                  </a>
                ))}
              </p>
              <p class="gt-duty__must">{mustOf(duty.rule, guidance)}</p>
              <p class="gt-duty__by">{sayTrigger(duty, read, guidance)}</p>
              <p class="gt-duty__due">
                {overdue && <span class="gt-duty__flag">Overdue</span>} {sayOwed(duty, rule, today.day)}
              </p>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
