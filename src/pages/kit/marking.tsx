// Marks in narrative: how they are explained where somebody writes, and how they look where somebody reads.
import { type Mark, marks, readMarks, withMark } from '../../engine/marks.ts'
import { idOf } from './component/field.tsx'
import { describedBy } from './component/markup.ts'
import { Tag } from './component/messages.tsx'
import { Textarea, type TextareaProps } from './component/textarea.tsx'

const all = Object.keys(marks) as Mark[]
const howTyped = all.map(mark => withMark(mark, '…'))

/** Several lines of narrative, with one line that says how a passage is marked. Script adds a button for each mark. */
export function NarrativeArea(props: TextareaProps) {
  const id = idOf(props)
  return (
    <Textarea
      {...props}
      describedBy={describedBy(props.describedBy, `${id}-marking`)}
      below={
        <p class="gt-marking" id={`${id}-marking`} data-marks-for={id} data-marks={all.map(nameOf).join('|')}>
          Mark what may have to be kept apart: {howTyped.slice(0, -1).join(', ')} or {howTyped.at(-1)}.
        </p>
      }
    />
  )
}

/** A text with its marked passages as such: a tag in words and a line under them. Their notation is not shown. */
export function Marked({ text }: { text: string }) {
  return (
    <>
      {readMarks(text)
        .filter(piece => !piece.isNotation)
        .map(piece =>
          piece.marks.length === 0 ? (
            piece.text
          ) : (
            <span class="gt-marked">
              {piece.marks.map(mark => (
                <>
                  <Tag class="govuk-tag--grey gt-marked__tag">{marks[mark].label}</Tag>{' '}
                </>
              ))}
              <span class="gt-marked__words">{piece.text}</span>
              <span class="govuk-visually-hidden"> (end of {piece.marks.map(nameOf).join(', ')})</span>
            </span>
          ),
        )}
    </>
  )
}

function nameOf(mark: Mark): string {
  return marks[mark].typed
}
