// The meetings of a file, those to come first: each leads to its own page.
import { aboutMeeting, findCircle } from '../../ledger/meeting-circle.ts'
import type { ReadCase } from '../../ledger/read.ts'
import { meetingCalled, meetingClosed, meetings } from '../../procedures/meeting-facts.ts'
import { Details } from '../kit/component/messages.tsx'
import { sayDay } from '../kit/days.ts'

interface Listed {
  readonly root: string
  readonly text: string
  readonly day: string
  readonly isOver: boolean
}

/** Nothing where no meeting was called. */
export function Meetings({ read }: { read: ReadCase }) {
  const listed = (read.known.byKind.get(meetingCalled.kind) ?? []).flatMap(({ root }): Listed[] => {
    const circle = findCircle(read.known, root)
    if (!circle?.meeting) return []
    const closed = aboutMeeting(read.known, circle.called, meetingClosed).at(-1)
    const day = closed?.happened.from ?? circle.plannedFor ?? circle.called.happened.from
    const how = closed?.data.how && meetingClosed.fields.how.options[closed.data.how].label.toLowerCase()
    return [
      {
        root,
        day,
        isOver: closed !== undefined,
        text: `${meetings[circle.meeting]}, ${sayDay(day)}${how ? `: ${how}` : ''}`,
      },
    ]
  })
  if (listed.length === 0) return null
  const ahead = listed.filter(({ isOver }) => !isOver).toSorted((a, b) => (a.day < b.day ? -1 : 1))
  const over = listed.filter(({ isOver }) => isOver).toSorted((a, b) => (a.day < b.day ? 1 : -1))
  return (
    <>
      <h2 class="govuk-heading-s govuk-!-margin-bottom-2">Meetings</h2>
      {ahead.length > 0 && <Links of={ahead} reference={read.head.reference} />}
      {over.length > 0 && (
        <Details summary={ahead.length > 0 ? 'Meetings that are over' : 'All are over: show them'}>
          <Links of={over} reference={read.head.reference} />
        </Details>
      )}
    </>
  )
}

function Links({ of, reference }: { of: readonly Listed[]; reference: string }) {
  return (
    <ul class="govuk-list">
      {of.map(({ root, text }) => (
        <li>
          <a class="govuk-link" href={`/case/${reference}/meeting/${root}`}>
            {text}
          </a>
        </li>
      ))}
    </ul>
  )
}
