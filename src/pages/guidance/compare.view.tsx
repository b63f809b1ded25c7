// Two editions rule by rule: what differs and how, what is carried on and said to be, what only one of them has.
import {
  type Change,
  type Compared,
  type ComparedList,
  type ComparedPrompt,
  type Difference,
  isEncoded,
  type Says,
} from '../../engine/editions-compared.ts'
import type { Guidance } from '../../engine/guidance.ts'
import {
  type Commencements,
  type EditionCode,
  editions,
  getEdition,
  type Provision,
  provisions,
} from '../../guidance/editions.ts'
import { describeLimit } from '../../guidance/limits.ts'
import { describeSource } from '../../guidance/sources.ts'
import { Button } from '../kit/component/button.tsx'
import type { Content } from '../kit/component/markup.ts'
import { InsetText, Tag } from '../kit/component/messages.tsx'
import { Select } from '../kit/component/select.tsx'
import { type Day, sayDay } from '../kit/days.ts'
import { chapters, Styles, sayChapter, sayCommencement } from './guidance.view.tsx'
import { Layers } from './layers.tsx'

interface CompareViewProps {
  one: EditionCode
  other: EditionCode
  show: 'all' | 'differs'
  /** Empty for all of them. */
  chapter: string
  rules: readonly Compared[]
  lists: readonly ComparedList[]
  prompts: readonly ComparedPrompt[]
  commencements: Commencements
  guidance: Guidance
  today: { readonly day: Day }
}

const isDifferent = (difference: Difference) => difference !== 'same' && difference !== 'inherited'

/** Everything below the header. */
export function CompareView(props: CompareViewProps): Content {
  const { one, other, show, rules, lists, prompts, guidance } = props
  const shown = show === 'all' ? rules : rules.filter(({ difference }) => isDifferent(difference))
  return (
    <>
      <Styles />
      <link rel="stylesheet" href="/assets/lists.css" />
      <h1 class="govuk-heading-l">Two editions compared</h1>
      <Choose {...props} />
      {one === other ? (
        <p class="govuk-body">These are the same edition. Choose another one to compare it with.</p>
      ) : (
        <>
          <About {...props} />
          <Counts {...props} />
          {lists.length > 0 && <Lists one={one} other={other} lists={lists} />}
          {prompts.length > 0 && <Prompts one={one} other={other} prompts={prompts} />}
          {shown.length === 0 && (
            <p class="govuk-body">
              {rules.length === 0
                ? 'No rule of either edition is encoded here.'
                : 'No duty differs: the later text carries on what the earlier one says, as far as it is encoded here.'}
            </p>
          )}
          {guidance.procedures.map(procedure => {
            const own = shown.filter(({ rule }) => guidance.procedureOf.get(rule.id) === procedure)
            if (own.length === 0) return null
            return (
              <section aria-labelledby={`of-${procedure.id}`}>
                <h2 class="govuk-heading-m" id={`of-${procedure.id}`}>
                  {procedure.label}
                </h2>
                {own.map(compared => (
                  <Rule {...props} compared={compared} procedure={procedure.id} />
                ))}
              </section>
            )
          })}
        </>
      )}
    </>
  )
}

const title = (code: EditionCode) => getEdition(code).title

function Choose({ one, other, show, chapter }: CompareViewProps) {
  const options = editions.map(({ code, title: text }) => ({ value: code, text }))
  return (
    <form method="get" action="/guidance/compare" class="gt-inline-form" aria-label="Which editions" novalidate>
      <Select id="one" name="one" label="One edition" value={one} options={options} />
      <Select id="other" name="other" label="The other" value={other} options={options} />
      <Select
        id="chapter"
        name="chapter"
        label="Which part"
        value={chapter}
        options={[
          { value: '', text: 'All of it' },
          ...Object.keys(chapters).map(code => ({ value: code, text: sayChapter(code) })),
        ]}
      />
      <Select
        id="show"
        name="show"
        label="Which rules"
        value={show}
        options={[
          { value: 'differs', text: 'What differs' },
          { value: 'all', text: 'All rules' },
        ]}
      />
      <Button class="govuk-button--secondary">Compare</Button>
    </form>
  )
}

/** What each of the two is: from when it held, and what is to be known before relying on it. */
function About({ one, other, guidance, commencements, today }: CompareViewProps) {
  return (
    <InsetText>
      {[one, other].map(code => {
        const edition = getEdition(code)
        return (
          <p>
            <b>{edition.title}</b>:{' '}
            {edition.kind === 'act' ? 'passed on' : edition.kind === 'companion' ? 'beside the guidance, from' : 'from'}{' '}
            {sayDay(edition.from)}
            {edition.until && ` to the day before ${sayDay(edition.until)}`}
            {!edition.confirmed && ' (dates not confirmed yet)'}. {edition.note}
            {edition.parent && ` What it does not change is carried on from ${title(edition.parent)}.`}
            {!isEncoded(guidance, code) && ' No rule of it is encoded here, so nothing is said to be missing from it.'}
          </p>
        )
      })}
      {[one, other].includes('cwsa2026') && (
        <ul class="govuk-list govuk-list--bullet govuk-!-margin-bottom-0">
          {(Object.keys(provisions) as Provision[]).map(provision => (
            <li>{sayCommencement(provision, commencements, today.day)}</li>
          ))}
        </ul>
      )}
    </InsetText>
  )
}

function Counts({ one, other, show, chapter, rules }: CompareViewProps) {
  const number = (difference: Difference) => rules.filter(rule => rule.difference === difference).length
  const said = (Object.keys(words) as Difference[])
    .filter(difference => number(difference) > 0)
    .map(difference => `${number(difference)} ${words[difference]}`)
  const href = `/guidance/compare?one=${one}&other=${other}&chapter=${chapter}&show=${show === 'all' ? 'differs' : 'all'}`
  return (
    <p class="govuk-body">
      {rules.length} {rules.length === 1 ? 'rule' : 'rules'}
      {said.length > 0 && `: ${said.join(', ')}`}.{' '}
      <a class="govuk-link" href={href}>
        {show === 'all' ? 'Show only what differs' : 'Show all rules'}
      </a>
    </p>
  )
}

const words: Readonly<Record<Difference, string>> = {
  changed: 'changed',
  'only-one': 'only in the first',
  'only-other': 'only in the second',
  same: 'written in both and the same',
  inherited: 'carried on',
  'not-encoded': 'in one, and the other is not encoded',
}

const tags: Readonly<Record<Difference, { text: string; tone: string }>> = {
  changed: { text: 'Changed', tone: 'govuk-tag--yellow' },
  'only-one': { text: 'Only in the first', tone: 'govuk-tag--orange' },
  'only-other': { text: 'Only in the second', tone: 'govuk-tag--green' },
  same: { text: 'Same', tone: 'govuk-tag--grey' },
  inherited: { text: 'Carried on', tone: 'govuk-tag--grey' },
  'not-encoded': { text: 'The other is not encoded', tone: 'govuk-tag--grey' },
}

function Lists({ one, other, lists }: Pick<CompareViewProps, 'one' | 'other' | 'lists'>) {
  return (
    <section aria-labelledby="lists">
      <h2 class="govuk-heading-m" id="lists">
        Answers that a form offers
      </h2>
      {lists.map(({ form, question, onlyOne, onlyOther }) => (
        <div class="gt-rule">
          <h3 class="govuk-heading-s">
            {form}: {question}
          </h3>
          <ul class="govuk-list govuk-list--bullet">
            {onlyOne.map(answer => (
              <li>
                Only under {title(one)}: “{answer}”
              </li>
            ))}
            {onlyOther.map(answer => (
              <li>
                Only under {title(other)}: “{answer}”
              </li>
            ))}
          </ul>
        </div>
      ))}
      <p class="govuk-body gt-quiet">The day on which a procedure opened decides which list it keeps.</p>
    </section>
  )
}

function Prompts({ one, other, prompts }: Pick<CompareViewProps, 'one' | 'other' | 'prompts'>) {
  return (
    <section aria-labelledby="prompts">
      <h2 class="govuk-heading-m" id="prompts">
        What is said beside a form
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {prompts.map(({ prompt, only }) => (
          <li>
            Only under {title(only === 'one' ? one : other)}, beside “{prompt.at.label}”: {prompt.says}{' '}
            <span class="gt-quiet">{describeSource(prompt.source)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Rule({
  one,
  other,
  compared,
  procedure,
  ...rest
}: CompareViewProps & { compared: Compared; procedure: string }) {
  const { rule, difference, changes } = compared
  const { text, tone } = tags[difference]
  return (
    <article class="gt-rule" aria-labelledby={`rule-${rule.id}`}>
      <h3 class="govuk-heading-s" id={`rule-${rule.id}`}>
        <a class="govuk-link" href={`/guidance/procedure/${procedure}#${rule.id}`}>
          {rule.must}
        </a>
      </h3>
      <p class="gt-rule__who">
        <Tag class={tone}>{text}</Tag> {sayChanges(changes)}
      </p>
      <div class="gt-pair">
        <Side code={one} says={compared.one} {...rest} />
        <Side code={other} says={compared.other} {...rest} />
      </div>
    </article>
  )
}

function sayChanges(changes: readonly Change[]): string {
  return changes
    .map(({ what, one, other }) => (what === 'Words' ? `Words: ${other}.` : `${what}: ${one} became ${other}.`))
    .join(' ')
}

type SideProps = Pick<CompareViewProps, 'guidance' | 'commencements' | 'today'> & { code: EditionCode; says: Says }

function Side({ code, says, guidance, commencements, today }: SideProps) {
  return (
    <div>
      <h4 class="gt-pair__edition">{title(code)}</h4>
      {says.how === 'silent' ? (
        <p>{isEncoded(guidance, code) ? 'Says nothing of it, as far as it is encoded here.' : 'Not encoded here.'}</p>
      ) : says.how === 'ended' ? (
        <p>
          Holds no more: {title(says.text.edition)} said it, {describeLimit(says.text.within)}.
        </p>
      ) : (
        <>
          <p>
            <Layers text={says.text} /> {says.text.force}, {describeLimit(says.text.within)}
          </p>
          <p class="gt-quiet">
            {says.how === 'inherited' &&
              `Inherited from ${title(says.text.edition)}: nothing at hand says it changed. `}
            {says.how === 'beside' && `Said beside it by ${title(says.text.edition)}. `}
            {describeSource(says.text.source)}
            {says.text.commencement && `. ${sayCommencement(says.text.commencement, commencements, today.day)}`}
          </p>
        </>
      )}
    </div>
  )
}
