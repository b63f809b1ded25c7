/** What the form of an access request says: decisions on the parts that the page showed, read once, at the edge. */
import { readMarks } from '../../engine/marks.ts'
import { isGround } from '../../guidance/withholding.ts'
import { type Decided, keyOf, type Words } from '../../ledger/access-decisions.ts'
import { type Fields, valueOf } from '../pipeline/fields.ts'
import type { Message } from '../record/read-fact.ts'
import { effectOf, isLeftOut, type Listed, type Part } from './assemble.ts'

/** Names of fields: the decision, and the ground; words to leave out, and theirs. */
export const names = {
  decision: (key: string) => `d-${key}`,
  ground: (key: string) => `g-${key}`,
  words: (root: string) => `w-${root}`,
  wordsGround: (root: string) => `wg-${root}`,
} as const

/**
 * Reads what changed.
 * @param confirmsAll whether what stays open is decided as it is proposed
 */
export function readDecisions(
  listed: readonly Listed[],
  typed: Fields,
  confirmsAll: boolean,
): { decisions: Decided[]; messages: Message[] } {
  const decisions: Decided[] = []
  const messages: Message[] = []
  for (const one of listed) {
    const whole = one.whole.proposal ? one.whole : undefined
    const parts = [...(whole ? [whole] : []), ...one.texts.flatMap(text => text.parts)]
    for (const part of parts) readPart(part, typed, confirmsAll && isInside(one, part), decisions, messages)
    if (!whole) readWhole(one, typed, decisions, messages)
    readWords(one, typed, decisions, messages)
  }
  return { decisions, messages }
}

/** Of a record that is left out whole only that is decided. */
function isInside(one: Listed, part: Part): boolean {
  return part === one.whole || !isLeftOut(one)
}

function readPart(part: Part, typed: Fields, confirms: boolean, decisions: Decided[], messages: Message[]): void {
  const said = valueOf(typed, names.decision(part.key))
  const wish = said || (confirms && !part.decided ? part.proposal?.decision : '')
  if (wish === 'give') change(part, { ...wordsOf(part), decision: 'give', ground: null }, decisions)
  if (wish === 'withhold') {
    const ground = valueOf(typed, names.ground(part.key)) || part.decided?.ground || part.proposal?.ground || ''
    if (isGround(ground)) change(part, { ...wordsOf(part), decision: 'withhold', ground }, decisions)
    else messages.push({ field: names.ground(part.key), text: 'Select why these words are left out' })
  }
}

/** A record that nothing is proposed for: left out where somebody ticks it, and given again where it is no longer ticked. */
function readWhole(one: Listed, typed: Fields, decisions: Decided[], messages: Message[]): void {
  const { whole } = one
  const ground = valueOf(typed, names.ground(whole.key))
  if (valueOf(typed, names.decision(whole.key)) === 'withhold') {
    if (isGround(ground)) change(whole, { ...wordsOf(whole), decision: 'withhold', ground }, decisions)
    else messages.push({ field: names.ground(whole.key), text: `Select why “${one.label}” is left out` })
  } else if (effectOf(whole).decision === 'withhold') {
    change(whole, { ...wordsOf(whole), decision: 'give', ground: null }, decisions)
  }
}

/** Words copied from the record, one passage a line: wherever they stand in it they are left out. */
function readWords(one: Listed, typed: Fields, decisions: Decided[], messages: Message[]): void {
  const lines = valueOf(typed, names.words(one.root))
    .split(/\r?\n/)
    .map(line => line.trim())
    .filter(line => line !== '')
  if (lines.length === 0) return
  const ground = valueOf(typed, names.wordsGround(one.root))
  if (!isGround(ground)) {
    messages.push({ field: names.wordsGround(one.root), text: 'Select why these words are left out' })
    return
  }
  for (const line of lines) {
    const found = one.texts.flatMap(text => placesOf(line, text))
    if (found.length === 0)
      messages.push({
        field: names.words(one.root),
        text: `“${line}” does not stand in “${one.label}”. Copy the words as they are`,
      })
    const decided = new Set(decisions.map(keyOf))
    for (const at of found) if (!decided.has(keyOf(at))) decisions.push({ ...at, decision: 'withhold', ground })
  }
}

function placesOf(line: string, { factId, field, pieces }: Listed['texts'][number]): Words[] {
  const text = pieces.map(piece => piece.text).join('')
  const places: Words[] = []
  for (let from = text.indexOf(line); from >= 0; from = text.indexOf(line, from + line.length))
    places.push({ factId, field, from, to: from + line.length })
  return places
}

function wordsOf({ factId, field, from, to }: Words): Words {
  return { factId, field, from, to }
}

/** What says the same as before is no decision. */
function change({ decided }: Part, next: Decided, decisions: Decided[]): void {
  if (decided?.decision !== next.decision || decided.ground !== next.ground) decisions.push(next)
}

/** How many words a person would count. */
export function countWords(text: string): number {
  return readMarks(text)
    .filter(piece => !piece.isNotation)
    .flatMap(piece => piece.text.split(/\s+/))
    .filter(word => word !== '').length
}
