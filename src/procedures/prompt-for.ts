/** Prompts that say one requirement of the guidance at the moment it matters. */
import { type PromptDefinition, prompt } from '../engine/duty.ts'
import type { FactDefinition } from '../engine/fact.ts'
import { findRequirement } from '../guidance/requirements.ts'
import { type Document, wt2018 } from '../guidance/sources.ts'

/**
 * The prompt for a requirement: its force and whether it is confirmed come from the register.
 * @param requirement its id, for example WT18-1.5-01
 * @param at the fact whose form shows it
 * @param place where in the document it is written
 * @throws RangeError where there is no such requirement
 */
export function promptFor(
  requirement: string,
  at: FactDefinition,
  says: string,
  place: string,
  { cites = [], document = wt2018 }: { cites?: readonly string[]; document?: Document } = {},
): PromptDefinition {
  const found = findRequirement(requirement)
  if (!found) throw new RangeError(`No such requirement: ${requirement}`)
  const source = document.at(place, { confirmed: found.confirmed })
  return prompt({ id: requirement.toLowerCase(), at, says, force: found.force, source, cites: [requirement, ...cites] })
}
