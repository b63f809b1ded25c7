/** A story for each procedure, from its trigger to its end with one step late: read in `procedures/`, told here by the engine alone. */
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { Limit } from '../src/guidance/limits.ts'
import { procedures } from '../src/procedures/index.ts'
import { dayOf, type ProcedureStory, tell } from './procedure-story.ts'

const folder = path.join(import.meta.dirname, 'procedures')
// By its whole address: a list of files that a test runner made of a pattern does not know one that was added since.
const fileOf = (name: string) => pathToFileURL(path.join(folder, `${name}.ts`)).href
const names = readdirSync(folder).map(name => path.basename(name, '.ts'))
const told = new Map<string, ProcedureStory>()
for (const name of names) told.set(name, (await import(/* @vite-ignore */ fileOf(name))).story)
const withDuties = procedures.filter(one => one.duties.length > 0)

test('each procedure with duties has its story, and no story is of anything else', () => {
  expect(names.toSorted()).toEqual(withDuties.map(one => one.id).toSorted())
})

for (const procedure of withDuties) {
  describe(procedure.id, () => {
    const story = told.get(procedure.id) ?? { steps: [] }
    const { stood, left, aged } = tell(procedure, story)

    for (const { says, found, expected } of stood) test(says, () => expect(found).toEqual(expected))

    test('each sentence names its day, one after another, and some say what is owed by this procedure', () => {
      for (const step of story.steps) expect(step[0]).toContain(inWords(dayOf(step)))
      expect(story.steps.map(dayOf)).toEqual(story.steps.map(dayOf).toSorted())
      const own = new Set(procedure.duties.map(one => one.id))
      expect(stood.some(({ expected }) => Object.keys(expected).some(rule => own.has(rule)))).toBe(true)
    })

    test('it ends closed where the procedure can be closed', () => {
      if (procedure.closesWith.length > 0) expect(left).toBe('closed')
      else expect(left).not.toBe('closed')
    })

    test('one step is late, or the story says why none can be', () => {
      const own = new Set(procedure.duties.map(one => one.id))
      const isLate = stood.some(({ expected }) =>
        Object.entries(expected).some(([rule, how]) => own.has(rule) && /^(met-late|overdue)/.test(how)),
      )
      const withDay = procedure.duties.filter(
        one => !aged.has(one.id) && one.editions.some(edition => hasDay(edition.within)),
      )
      if (story.nothingLate) expect([isLate, withDay.map(one => one.id)]).toEqual([false, []])
      else expect(isLate).toBe(true)
    })
  })
}

/** Whether a limit comes to a day wherever it is used. Where an area may set one and has not, the duty ages. */
function hasDay(limit: Limit): boolean {
  if (limit.kind === 'local-policy') return limit.unlessSet !== undefined && hasDay(limit.unlessSet)
  return limit.kind !== 'promptly' && limit.kind !== 'at-least'
}

function inWords(day: string): string {
  return new Date(`${day}T12:00Z`).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
}
