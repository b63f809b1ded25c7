// Two files beside each other: what each says of the child, what counts for one child and against it, and what can be decided.
import { peopleAround } from '../case-file/child.ts'
import { Button } from '../kit/component/button.tsx'
import { WarningText } from '../kit/component/messages.tsx'
import { Textarea } from '../kit/component/textarea.tsx'
import { sayDay } from '../kit/days.ts'
import { EvidenceBars, sayBand } from '../kit/evidence.tsx'
import { Form, SaveAndComeBack } from '../pipeline/form.tsx'
import { framed } from '../pipeline/frame.ts'
import type { FormState, Visit } from '../pipeline/page.ts'
import { asTyped, idOf } from '../record/fact-fields.tsx'
import { Problems } from '../record/problems.tsx'
import type { Message } from '../record/read-fact.ts'
import { Styles } from '../record/record.view.tsx'
import type { FileOfPair, OpenPair } from './same-child.page.ts'

const fields: readonly (readonly [label: string, of: (said: FileOfPair['said']) => string | null])[] = [
  ['First names', said => said.forenames],
  ['Last name', said => said.surname],
  ['Date of birth', said => said.birthDay && sayDay(said.birthDay)],
  ['Postcode', said => said.postcode],
  ['NHS number', said => said.nhsNumber],
]

/** The page. */
export function compareView(visit: Visit, form: FormState, opened: OpenPair, messages: readonly Message[]): string {
  const { files, compared, link, different, why } = opened
  const [one, other] = files
  const base = `/case/${encodeURIComponent(one.read.head.reference)}`
  const children = (
    <>
      <Styles />
      <Problems messages={messages} />
      <h1 class="govuk-heading-l">Is this one child?</h1>
      <p class="govuk-body">
        <b>{sayBand(compared)}.</b> So it looks from names, date of birth, postcode and NHS number alone: read both
        files before you decide.
      </p>
      <Beside files={files} />
      <h2 class="govuk-heading-s">What counts</h2>
      <EvidenceBars weighed={compared.weighed} />
      <p class="govuk-body-s gt-quiet govuk-!-margin-top-2">
        To the right it speaks for one child, to the left against it; the longer the bar, the more. What only one of the
        files says counts nothing. A rare name counts more than a common one.
      </p>
      {different && (
        <WarningText>
          {different.by} said on {sayDay(visit.ledger.dayOf(different.at))} that they are two children: {different.why}
        </WarningText>
      )}
      {link ? (
        <p class="govuk-body">
          These two files are joined.{' '}
          <a class="govuk-link" href={`${base}/joined/${link.id}`}>
            See how, or take them apart
          </a>
        </p>
      ) : (
        <>
          <h2 class="govuk-heading-m">It is one child</h2>
          <p class="govuk-body">
            <a class="govuk-link" href={`${base}/join?to=${encodeURIComponent(other.read.head.reference)}`}>
              Join the two files
            </a>
            : each stays as it is, and whoever may see both is led from one to the other.
          </p>
          {!different && <TwoChildren visit={visit} form={form} one={one} other={other} messages={messages} />}
        </>
      )}
    </>
  )
  return framed(visit, {
    title: `Is this one child? ${one.name} and ${other.name}`,
    back: { href: '/same-child', text: 'Possibly one child' },
    hasErrors: messages.length > 0,
    why: <p>{why}</p>,
    children,
  })
}

/** Who is around the child: not weighed, and what whoever knows the family looks at first. */
function aroundOf({ read }: FileOfPair): string {
  return peopleAround(read)
    .map(({ name, who }) => `${name} (${who.toLowerCase()})`)
    .join(', ')
}

function Beside({ files: [one, other] }: Pick<OpenPair, 'files'>) {
  const head = ({ read, name }: FileOfPair) => (
    <th scope="col" class="govuk-table__header">
      <a class="govuk-link" href={`/case/${read.head.reference}`}>
        {name}
      </a>
      <br />
      <span class="gt-quiet">{read.head.reference}</span>
    </th>
  )
  const rows = [
    ...fields.map(([label, of]) => [label, of(one.said), of(other.said), 'Not known'] as const),
    ['Around the child', aroundOf(one), aroundOf(other), 'Nobody is recorded'] as const,
    ['Who has the file', one.read.head.teamName, other.read.head.teamName, 'No team yet'] as const,
  ]
  return (
    <table class="govuk-table gt-same">
      <caption class="govuk-visually-hidden">What each of the two files says of the child</caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          <td class="govuk-table__cell" />
          {head(one)}
          {head(other)}
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {rows.map(([label, here, there, without]) => (
          <tr class="govuk-table__row">
            <th scope="row" class="govuk-table__header">
              {label}
            </th>
            {[here, there].map(said => (
              <td class="govuk-table__cell">{said || <span class="gt-quiet">{without}</span>}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface TwoChildrenProps {
  visit: Visit
  form: FormState
  one: FileOfPair
  other: FileOfPair
  messages: readonly Message[]
}

function TwoChildren({ visit, form, one, other, messages }: TwoChildrenProps) {
  return (
    <>
      <h2 class="govuk-heading-m">They are two children</h2>
      <Form
        visit={visit}
        form={form}
        title={`Two children: ${one.name} and ${other.name}`}
        case={one.read.head.reference}
      >
        <Textarea
          id={idOf('why')}
          name="why"
          class="govuk-!-width-two-thirds"
          label="How do you know that they are two children?"
          labelClass="govuk-label--s"
          hint="For example: twins; the school has both"
          rows={3}
          value={asTyped(form.typed, 'why')}
          error={messages.find(({ field }) => field === 'why')?.text}
        />
        <div class="govuk-button-group">
          <Button class="govuk-button--secondary" preventDoubleClick>
            Two children: do not ask again
          </Button>
          <SaveAndComeBack />
        </div>
      </Form>
    </>
  )
}
