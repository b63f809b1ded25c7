// Two files that were joined: why, what was shared meanwhile, and the form that takes them apart.
import { Button } from '../kit/component/button.tsx'
import { InsetText } from '../kit/component/messages.tsx'
import { SummaryList } from '../kit/component/summary-list.tsx'
import { Textarea } from '../kit/component/textarea.tsx'
import { sayDay } from '../kit/days.ts'
import { Form } from '../pipeline/form.tsx'
import { framed } from '../pipeline/frame.ts'
import type { FormState, Visit } from '../pipeline/page.ts'
import { asTyped, idOf } from '../record/fact-fields.tsx'
import { Problems } from '../record/problems.tsx'
import type { Message } from '../record/read-fact.ts'
import { isSeen, recordsOf, whomOf } from '../told/told.ts'
import type { OpenLink } from './join.page.ts'

/** The page. */
export function joinedView(visit: Visit, form: FormState, opened: OpenLink, messages: readonly Message[]): string {
  const { head, link, files } = opened
  const { undone } = link
  const day = (instant: number) => sayDay(visit.ledger.dayOf(instant))
  const [here, there] = files.map(file => file.name)
  const title = undone ? 'Two files that were taken apart' : 'Two files of one child'
  const children = (
    <>
      <Problems messages={messages} />
      <span class="govuk-caption-l">{here}</span>
      <h1 class="govuk-heading-l">{title}</h1>
      {undone && (
        <InsetText>
          Taken apart on {day(undone.at)}
          {undone.by && ` by ${undone.by}`}: {undone.why}. Each file is whole, as it was before, with what was recorded
          on it since.
        </InsetText>
      )}
      <SummaryList
        rows={[
          {
            key: 'Files',
            value: (
              <>
                {files.map(({ read, name }) => (
                  <p class="govuk-!-margin-0">
                    <a class="govuk-link" href={`/case/${read.head.reference}`}>
                      {name}, {read.head.reference}
                    </a>
                    {read.head.teamName ? `, ${read.head.teamName}` : ', no team'}
                  </p>
                ))}
              </>
            ),
          },
          { key: 'Joined', value: `${day(link.at)}${link.by ? `, ${link.by}` : ''}` },
          { key: 'How it is known', value: link.why },
          ...(link.team && !undone
            ? [{ key: 'Who sees both', value: `${link.team} has both files because they are joined` }]
            : []),
        ]}
      />
      <Shared visit={visit} opened={opened} />
      {!undone && (
        <Form visit={visit} form={form} title={`Take two files apart: ${here}`} case={head.reference}>
          <h2 class="govuk-heading-m">Are they two children after all?</h2>
          <p class="govuk-body">
            Taking the files apart gives back each as it was.{' '}
            {link.team && `${link.team} no longer sees the file that it had through the other alone. `}
            What was recorded meanwhile stays on the file on which it was recorded: move what is about the other child.
          </p>
          <Textarea
            id={idOf('why')}
            name="why"
            class="govuk-!-width-two-thirds"
            label={`Why is ${here} not ${there === here ? 'the same child' : there}?`}
            labelClass="govuk-label--s"
            rows={3}
            value={asTyped(form.typed, 'why')}
            error={messages[0]?.text}
          />
          <Button class="govuk-button--warning" preventDoubleClick>
            Take them apart
          </Button>
        </Form>
      )}
    </>
  )
  return framed(visit, {
    title: `${title}: ${here}`,
    back: { href: `/case/${encodeURIComponent(head.reference)}`, text: here ?? '' },
    hasErrors: messages.length > 0,
    why: <p>{opened.why}</p>,
    children,
  })
}

/** What was shared from either file while they were joined: whoever received it may have to be told. */
function Shared({ visit, opened }: { visit: Visit; opened: OpenLink }) {
  const { files, link } = opened
  const count = files.reduce((sum, { told }) => sum + told.length, 0)
  return (
    <section aria-labelledby="shared">
      <h2 class="govuk-heading-m" id="shared">
        What was shared while they were joined
      </h2>
      {count === 0 && <p class="gt-empty">Nothing, as far as you may see.</p>}
      {count > 0 && link.undone && (
        <p class="govuk-body">
          Each of these may rest on the belief that it was one child. Recall what should not have been shared, and tell
          whoever received it.
        </p>
      )}
      {files.map(
        ({ read, name, told }) =>
          told.length > 0 && (
            <>
              <h3 class="govuk-heading-s govuk-!-margin-bottom-1">
                From the file of {name}, {read.head.reference}
              </h3>
              <ul class="govuk-list">
                {told.map(one => (
                  <li>
                    <b>{sayDay(visit.ledger.dayOf(one.reachedAt))}</b>, {one.from.name} to {whomOf(one)}:{' '}
                    {recordsOf(one, read, visit)
                      .map(({ label }) => label)
                      .join('; ')}
                    {one.recalled ? <span class="gt-quiet"> · recalled</span> : null}
                    {one.from.id === visit.post.agency.id && isSeen(one, visit.today.instant) && (
                      <>
                        {' '}
                        <a class="govuk-link" href={`/case/${read.head.reference}/told/${one.id}/recall`}>
                          Recall it<span class="govuk-visually-hidden">: what {whomOf(one)} was told</span>
                        </a>
                      </>
                    )}
                  </li>
                ))}
              </ul>
            </>
          ),
      )}
    </section>
  )
}
