/**
 * Every requirement of the guidance of 2018, chapter by chapter, with its force and a title of our own.
 * The title is a label, not the text: read the guidance itself before relying on it.
 */

import { chapter1 } from './requirements/chapter-1.ts'
import { chapter2 } from './requirements/chapter-2.ts'
import { chapter3 } from './requirements/chapter-3.ts'
import { chapter4 } from './requirements/chapter-4.ts'
import { chapter5 } from './requirements/chapter-5.ts'
import { introduction } from './requirements/introduction.ts'

/**
 * Must: law. Should: statutory guidance, departed from only with a reason. May: a power. Note: context, nothing to enforce.
 */
export type Force = 'must' | 'should' | 'may' | 'note'

/**
 * One requirement. `id` is WT18-section-number and is never renumbered; `confirmed` means found in a source at hand;
 * `section` is the procedure it belongs to, in our words; `encodedAs` is filled by whoever works out what rules cite it.
 */
export type Requirement = {
  readonly id: string
  readonly force: Force
  readonly confirmed: boolean
  readonly title: string
  readonly section: string
  readonly encodedAs?: string
}

/** A row of a chapter's table: id, force, confirmed, title. */
export type RequirementRow = readonly [id: string, force: Force, confirmed: boolean, title: string]

/** A chapter's table: the title of each section, with its rows. */
export type Chapter = Readonly<Record<string, readonly RequirementRow[]>>

/** All requirements, in the order of the guidance. */
export const requirements: readonly Requirement[] = [introduction, chapter1, chapter2, chapter3, chapter4, chapter5]
  .flatMap(chapter => Object.entries(chapter))
  .flatMap(([section, rows]) => rows.map(([id, force, confirmed, title]) => ({ id, force, confirmed, title, section })))

const byId = new Map(requirements.map(requirement => [requirement.id, requirement]))

/** The requirement with that id, or undefined. */
export function findRequirement(id: string): Requirement | undefined {
  return byId.get(id)
}
