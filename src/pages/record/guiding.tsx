// What the guidance says beside a form: its prompts, each with its paragraph. Whoever knows them folds them away; nothing depends on them.
import type { PromptDefinition } from '../../engine/duty.ts'
import { isSaidOn } from '../../engine/editions-compared.ts'
import type { Guidance } from '../../engine/guidance.ts'
import { describeSource } from '../../guidance/sources.ts'
import { foldPrompts } from '../../ledger/folded-prompts.ts'
import { Details } from '../kit/component/messages.tsx'
import { valueOf } from '../pipeline/fields.ts'
import type { Visit } from '../pipeline/page.ts'

const forces: Record<PromptDefinition['force'], string> = { must: 'Must', should: 'Should', may: 'May', note: 'Note' }

interface GuidingProps {
  kind: string
  guidance: Guidance
  /** What the reader has folded away. */
  folded: ReadonlySet<string>
  /** The day on which the procedure opened, where one did: what a later edition says is not said of it. */
  openedOn?: string | undefined
}

const promptsOf = (guidance: Guidance, kind: string) => guidance.promptsAt.get(kind) ?? []

/**
 * The prompts for a kind. Beside the form they stand open; above it, where there is no room beside, they are folded. What the reader
 * folded away stands folded beside, and no longer above.
 */
export function Guiding({ kind, guidance, folded, openedOn, place }: GuidingProps & { place: 'beside' | 'above' }) {
  const prompts = promptsOf(guidance, kind).filter(prompt => isSaidOn(prompt, openedOn))
  const isKnown = prompts.every(({ id }) => folded.has(id))
  if (prompts.length === 0 || (isKnown && place === 'above')) return null
  const [first, rest] = [prompts.slice(0, shownAtOnce), prompts.slice(shownAtOnce)]
  return (
    <aside class={`gt-record__guiding gt-record__guiding--${place}`} aria-label="What the guidance says">
      <Details summary={`What the guidance says (${prompts.length})`} open={place === 'beside' && !isKnown}>
        <Prompts prompts={first} />
        {rest.length > 0 && (
          <Details summary={`${rest.length} more`}>
            <Prompts prompts={rest} />
          </Details>
        )}
      </Details>
    </aside>
  )
}

/** Nobody reads ten: the first of them stand open, in the order in which the procedure lists them. */
const shownAtOnce = 5

function Prompts({ prompts }: { prompts: readonly PromptDefinition[] }) {
  const bySource = new Map<string, PromptDefinition[]>()
  for (const prompt of prompts) {
    const source = describeSource(prompt.source)
    bySource.set(source, [...(bySource.get(source) ?? []), prompt])
  }
  return [...bySource].map(([source, list]) => (
    <>
      <ul class="gt-prompts">
        {list.map(prompt => (
          <li>
            <span class="gt-prompts__force">{forces[prompt.force]}</span> {prompt.says}
          </li>
        ))}
      </ul>
      <p class="gt-prompts__source">{source}</p>
    </>
  ))
}

/** Folds them away next time, or shows them again. At the end of the form, so that Enter in a field does not press it. */
export function FoldGuiding({ visit, kind, folded, openedOn }: Omit<GuidingProps, 'guidance'> & { visit: Visit }) {
  const prompts = promptsOf(visit.guidance, kind).filter(prompt => isSaidOn(prompt, openedOn))
  if (prompts.length === 0) return null
  const isKnown = prompts.every(({ id }) => folded.has(id))
  return (
    <p class="govuk-body-s">
      <button class="gt-link-button" type="submit" name="_prompts" value={isKnown ? 'show' : 'fold'}>
        {isKnown
          ? 'Show what the guidance says here again'
          : 'I know what the guidance says here: fold it away next time'}
      </button>
    </p>
  )
}

/**
 * Folds away or shows what the pressed button asks for.
 * @returns whether such a button was pressed: the page is then shown again with what was typed
 */
export async function foldAsAsked(visit: Visit, kind: string): Promise<boolean> {
  const asked = valueOf(visit.body, '_prompts')
  if (asked !== 'fold' && asked !== 'show') return false
  const ids = promptsOf(visit.guidance, kind).map(({ id }) => id)
  await foldPrompts(visit.ledger, visit.practitioner.id, ids, asked === 'fold')
  return true
}
