/** The papers of a meeting for one reader: what goes in, what is withheld and why, the file itself, and the record that they were given. */
import { type DocumentForm, formsOfDocument } from '../../exchange/document/forms.ts'
import { newId } from '../../platform/identifier.ts'
import { meetingPackGiven } from '../../procedures/meeting-facts.ts'
import { nameOfChild } from '../case-file/child.ts'
import { parentsKnown } from '../case-file/parents.ts'
import { MakeIt } from '../documents/links.tsx'
import { mostAtOnce, papersToMake } from '../documents/made-here.ts'
import { makerOf } from '../documents/opened.ts'
import { Button } from '../kit/component/button.tsx'
import { Checkboxes } from '../kit/component/choices.tsx'
import { InsetText, WarningText } from '../kit/component/messages.tsx'
import { NarrativeArea } from '../kit/marking.tsx'
import { valueOf } from '../pipeline/fields.ts'
import { Form, SaveAndComeBack } from '../pipeline/form.tsx'
import { framed } from '../pipeline/frame.ts'
import type { Answer, FormState, Visit } from '../pipeline/page.ts'
import { type Asked, anchorOf, asTyped, FactFields, idOf, WhenItHappened } from '../record/fact-fields.tsx'
import { offeredIn } from '../record/open-form.ts'
import { Problems } from '../record/problems.tsx'
import { type Message, readFact, timeAt } from '../record/read-fact.ts'
import { Styles } from '../record/record.view.tsx'
import {
  findRecipient,
  getRecipient,
  type OpenPack,
  openPack,
  packDocument,
  papersOf,
  type Recipient,
  sayForRecipient,
  sayRecipient,
} from './pack-document.ts'
import { isOfFamily, type Papers, papersFor } from './papers.ts'

/** `GET /case/:reference/meeting/:root/pack`; `?for=` says for whom, with `guest=` where they have no account. */
export async function page(visit: Visit): Promise<Answer> {
  const form = await visit.form()
  const opened = await openPack(visit)
  // The address says for whom; one that says nothing leaves it to what was saved.
  const recipient = valueOf(visit.query, 'for')
    ? getRecipient(opened, visit.query)
    : (findRecipient(opened, form.typed) ?? { reader: 'parents' })
  const isNew = Object.keys(form.typed).length === 0
  const [year = '', month = '', day = ''] = visit.today.day.split('-')
  const typed = isNew
    ? {
        'happened-day': String(Number(day)),
        'happened-month': String(Number(month)),
        'happened-year': year,
        'happened-time': timeAt(visit.today.instant),
      }
    : form.typed
  return { html: view(visit, { ...form, typed }, opened, recipient, []) }
}

/** `POST /case/:reference/meeting/:root/pack` */
export async function submit(visit: Visit): Promise<Answer> {
  const form = await visit.form()
  const opened = await openPack(visit)
  const { head, meeting, parties } = opened
  const recipient = getRecipient(opened, form.typed)
  const { reader, guest, parent } = recipient
  const reading = { today: visit.today, offered: offeredIn(parties) }
  const read = readFact(asked, { ...form.typed, to: reader }, reading)
  const messages = 'messages' in read ? [...read.messages] : []
  if (reader === 'agency' && !valueOf(form.typed, 'agency'))
    messages.push({ field: 'agency', text: 'Select the agency' })
  const whyWithout = valueOf(form.typed, 'without-why')
  if (parent && recipient.leftOut.length > 0 && !whyWithout)
    messages.push({ field: 'without-why', text: `Enter why this is left out for ${parent.name}, and who decided so` })
  if (messages.length > 0 || !('fact' in read))
    return { html: view(visit, form, opened, recipient, messages), status: 422 }
  const { withheld } = papersOf(opened, recipient)
  const reasons = whyWithout && parent ? [`Why it is left out for ${parent.name}: ${whyWithout}`] : []
  const list = [...withheld.map(({ what, why }) => `${what}: ${why}`), ...reasons].join('\n')
  await visit.record({
    areaId: head.areaId,
    submissionId: form.submission,
    acts: [
      {
        act: 'record',
        id: newId(),
        caseId: head.id,
        kind: meetingPackGiven.kind,
        about: guest?.root ?? meeting.called.root,
        ...read.fact,
        narrative: {
          ...read.fact.narrative,
          ...(guest ? { who: guest.full } : parent ? { who: parent.name } : {}),
          ...(list ? { withheld: list } : {}),
        },
      },
    ],
  })
  return { redirect: `/case/${encodeURIComponent(head.reference)}/meeting/${meeting.called.root}?done=given` }
}

/** `GET /case/:reference/meeting/:root/papers.pdf` and `.docx`; `?for=` says for whom. */
export function download(form: DocumentForm) {
  return async (visit: Visit): Promise<Answer> => {
    const opened = await openPack(visit)
    const recipient = getRecipient(opened, visit.query)
    const document = packDocument(opened, recipient, makerOf(visit))
    if (document.blocks.length > mostAtOnce)
      return {
        redirect: `/case/${encodeURIComponent(opened.head.reference)}/meeting/${opened.meeting.called.root}/pack?${queryOf(recipient)}`,
      }
    const { make, type } = formsOfDocument[form]
    return { file: await make(document), name: `papers-${opened.head.reference}.${form}`, type }
  }
}

/** For whom they are, in an address. */
function queryOf(recipient: Recipient): string {
  const { reader, guest, parent } = recipient
  if (parent)
    return String(
      new URLSearchParams([
        ['for', reader],
        ['parent', parent.root],
        ...recipient.leftOut.map(key => ['without', key]),
      ]),
    )
  return guest ? `for=${reader}&guest=${guest.root}` : `for=${reader}`
}

/** Whom they are for is chosen above the form, and what is withheld follows from the papers. */
const asked = {
  ...meetingPackGiven,
  fields: without(['withheld']),
}

/** Everybody for whom there are papers: of several parents each, of those without an account each who is invited. */
function recipientsOf({ meeting, read }: OpenPack): Recipient[] {
  const parents = parentsKnown(read)
  return [
    { reader: 'parents' },
    ...(parents.length > 1 ? parents.map(parent => ({ reader: 'parents', parent, leftOut: [] }) as const) : []),
    { reader: 'child' },
    { reader: 'agency' },
    ...meeting.guests.map(guest => ({ reader: 'guest', guest }) as const),
  ]
}

function without(names: readonly string[]) {
  return Object.fromEntries(Object.entries(meetingPackGiven.fields).filter(([name]) => !names.includes(name)))
}

function view(
  visit: Visit,
  form: FormState,
  opened: OpenPack,
  recipient: Recipient,
  messages: readonly Message[],
): string {
  const { reader, guest, parent } = recipient
  const { head, read, meeting, parties } = opened
  const own = `/case/${head.reference}/meeting/${meeting.called.root}`
  const papers = papersOf(opened, recipient)
  const isLong = packDocument(opened, recipient, makerOf(visit)).blocks.length > mostAtOnce
  const known = reader === 'agency' ? [] : reader === 'guest' || parent ? ['agency', 'who'] : ['agency']
  const shownFields = without(['withheld', 'to', ...known])
  const about: Asked = {
    definition: { ...asked, fields: shownFields },
    typed: form.typed,
    messages,
    parties,
    openedOn: undefined,
    me: visit.post.id,
  }
  const title = `Papers of the ${meeting.label.toLowerCase()}`
  return framed(visit, {
    title: `${title}: ${nameOfChild(read)}`,
    back: { href: own, text: meeting.label },
    hasErrors: messages.length > 0,
    why: <p>{opened.why}</p>,
    children: (
      <>
        <Styles />
        <link rel="stylesheet" href="/assets/documents.css" />
        <Problems messages={messages} at={field => anchorOf(field, meetingPackGiven)} />
        <span class="govuk-caption-l">{nameOfChild(read)}</span>
        <h1 class="govuk-heading-l gt-record__title">{title}</h1>
        <nav aria-label="For whom">
          <ul class="govuk-list">
            {recipientsOf(opened).map(one => (
              <li>
                {one.reader === reader && one.guest?.root === guest?.root && one.parent?.root === parent?.root ? (
                  <b aria-current="page">{sayRecipient(one)}</b>
                ) : (
                  <a class="govuk-link" href={`${own}/pack?${queryOf(one)}`}>
                    {sayRecipient(one)}
                  </a>
                )}
              </li>
            ))}
          </ul>
        </nav>
        {isOfFamily(reader) && !meeting.kind.isWithFamily && (
          <WarningText>
            The family is not at this meeting. What goes to them is agreed there first: police and chair can say that
            nothing does.
          </WarningText>
        )}
        {reader === 'child' && (
          <InsetText>
            What is marked as not for the parents is left out of these papers as well: at home they are read by others
            too.
          </InsetText>
        )}
        <PapersView papers={papers} />
        {parent && <LeaveOut address={`${own}/pack`} opened={opened} recipient={recipient} />}
        {isLong ? (
          <>
            <p class="govuk-body">
              These papers are long: they are made while you do something else, and kept for you for a day.
            </p>
            <MakeIt
              visit={visit}
              base={`/case/${head.reference}`}
              submission={form.submission}
              what={papersToMake(meeting.called.root, recipient)}
            />
          </>
        ) : (
          <ul class="govuk-list">
            {(Object.keys(formsOfDocument) as DocumentForm[]).map(one => (
              <li>
                <a class="govuk-link" href={`${own}/papers.${one}?${queryOf(recipient)}`}>
                  The papers for {sayForRecipient(recipient)}, as {formsOfDocument[one].label}
                </a>
              </li>
            ))}
          </ul>
        )}
        <h2 class="govuk-heading-m">When they have them</h2>
        <div class="gt-record__form">
          <Form visit={visit} form={form} title={title} case={head.reference}>
            <input type="hidden" name="for" value={reader} />
            {guest && <input type="hidden" name="guest" value={guest.root} />}
            {parent && <input type="hidden" name="parent" value={parent.root} />}
            {parent && recipient.leftOut.map(key => <input type="hidden" name="without" value={key} />)}
            {parent && recipient.leftOut.length > 0 && (
              <NarrativeArea
                id={idOf('without-why')}
                name="without-why"
                label={`Why this is left out for ${parent.name}, and who decided so`}
                labelClass="govuk-label--s"
                error={messages.find(({ field }) => field === 'without-why')?.text}
                rows={3}
                value={asTyped(form.typed, 'without-why')}
              />
            )}
            <WhenItHappened asked={about} />
            <FactFields asked={about} />
            <div class="govuk-button-group">
              <Button preventDoubleClick>Record that they have them</Button>
              <SaveAndComeBack />
            </div>
          </Form>
        </div>
      </>
    ),
  })
}

/** What this parent alone is not to read: what is said of the other one. */
function LeaveOut({ address, opened, recipient }: { address: string; opened: OpenPack; recipient: Recipient }) {
  const { parent } = recipient
  if (!parent) return null
  const { papers } = papersFor(recipient.reader, opened)
  if (papers.length === 0) return null
  return (
    <form method="get" action={address}>
      <input type="hidden" name="for" value="parents" />
      <input type="hidden" name="parent" value={parent.root} />
      <Checkboxes
        id={idOf('without')}
        name="without"
        legend={`What ${parent.name} is not to read`}
        legendClass="govuk-fieldset__legend--m"
        hint="Such as what is said of another parent. It is left out of these papers alone, and their papers do not show where"
        class="govuk-checkboxes--small"
        values={[...recipient.leftOut]}
        items={papers.flatMap(({ heading: of, parts }) =>
          parts.map(({ key, label }) => ({ value: key, label: label ? `${of}: ${label.toLowerCase()}` : of })),
        )}
      />
      <Button class="govuk-button--secondary">Leave out what is ticked</Button>
    </form>
  )
}

function PapersView({ papers: { papers, withheld } }: { papers: Papers }) {
  return (
    <>
      <h2 class="govuk-heading-m">What is in them</h2>
      {papers.length === 0 ? (
        <p class="govuk-body">No report has come and no minutes are sent: there is nothing to give yet.</p>
      ) : (
        <ul class="govuk-list govuk-list--bullet">
          {papers.map(({ heading: of }) => (
            <li>{of}</li>
          ))}
        </ul>
      )}
      <h2 class="govuk-heading-m">What is withheld, and why</h2>
      {withheld.length === 0 ? (
        <InsetText>Nothing is withheld.</InsetText>
      ) : (
        <>
          <p class="govuk-body">
            This list is for you. The papers say once that not all is in them, and show neither where nor how much: a
            sentence in which words are marked is left out whole.
          </p>
          <ul class="govuk-list govuk-list--bullet">
            {withheld.map(({ what, why }) => (
              <li>
                <b>{what}</b>: {why}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
