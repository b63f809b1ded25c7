// What is written down at a meeting: one’s own note, saved as typed, and below it what the others wrote, as they write it.
import { longestNote } from '../../ledger/meeting-notes.ts'
import { Button } from '../kit/component/button.tsx'
import { Textarea } from '../kit/component/textarea.tsx'
import { count } from '../kit/days.ts'
import { Marked } from '../kit/marking.tsx'
import type { Visit } from '../pipeline/page.ts'
import { timeAt } from '../record/read-fact.ts'
import { standOf } from './note.page.ts'
import type { Room } from './room.page.tsx'

/** The notes, for whoever has a seat at the meeting; until its minutes are out. */
export function NotesView({ visit, room }: { visit: Visit; room: Room }) {
  const { head, meeting, notes } = room
  const hasSeat = meeting.seats.some(({ agency }) => agency.id === visit.post.agency.id)
  const mine = notes.find(note => note.postId === visit.post.id)
  const others = notes.filter(note => note.postId !== visit.post.id && note.words.trim() !== '')
  const isOver = meeting.minutes !== undefined || meeting.closed?.data.how === 'not-held'
  if (isOver && notes.length === 0) return null
  if (!hasSeat && others.length === 0) return null
  const address = `/case/${head.reference}/meeting/${meeting.called.root}`
  return (
    <section id="notes">
      <h2 class="govuk-heading-m">Notes</h2>
      {hasSeat && !isOver && (
        <form method="post" action={`${address}/note`} data-draft-url={`${address}/note`} novalidate>
          <input type="hidden" name="_csrf" value={visit.csrf} />
          <input type="hidden" name="_version" value={mine?.version ?? 0} />
          <Textarea
            id="f-words"
            name="words"
            label="Your notes"
            labelClass="govuk-label--s"
            hint="Saved as you type. Everybody of the meeting can read them, and nobody else can change them"
            rows={8}
            value={mine?.words ?? ''}
            attributes={{ maxlength: longestNote }}
          />
          <div class="govuk-button-group">
            <Button class="govuk-button--secondary">Save, and show what the others wrote</Button>
          </div>
        </form>
      )}
      <div
        id="others"
        {...(hasSeat && !isOver
          ? { 'data-notes-url': `${address}/note`, 'data-stand': standOf(notes, visit.post.id) }
          : {})}
      >
        {others.length > 0 && (
          <>
            <h3 class="govuk-heading-s" aria-live="polite">
              {count(others.length, 'other note', 'other notes')}, the last at{' '}
              {timeAt(Math.max(...others.map(note => note.writtenAt)))}
            </h3>
            {others.map(note => {
              const who = room.posts.get(note.postId)
              return (
                <article class="gt-meeting__note">
                  <p class="govuk-body gt-as-typed govuk-!-margin-bottom-1">
                    <Marked text={note.words} />
                  </p>
                  <p class="govuk-body-s gt-quiet">
                    {[who?.name, who?.title].filter(Boolean).join(', ') || 'Somebody of the meeting'},{' '}
                    {timeAt(note.writtenAt)}
                  </p>
                </article>
              )
            })}
          </>
        )}
      </div>
      {isOver && mine && (
        <p class="govuk-body gt-as-typed">
          <Marked text={mine.words} />
        </p>
      )}
    </section>
  )
}
