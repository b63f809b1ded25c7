import { beforeAll, describe, expect, test } from 'vitest'
import { smallCaseload } from '../../../test/small-caseload.ts'
import type { Visitor } from '../../../test/visitor.ts'

let here: Awaited<ReturnType<typeof smallCaseload>>
const references = new Map<string, string>()
const visitors = new Map<string, Visitor>()
beforeAll(async () => {
  here = await smallCaseload()
  for (const [surname, restriction] of [
    ['Openshaw', 'none'],
    ['Restrick', 'restricted'],
    ['Shieldlaw', 'shielded'],
  ] as const) {
    const { reference } = await here.child({ surname, restriction, facts: [['referral-received', '2026-04-13']] })
    references.set(surname, reference)
  }
  for (const who of ['eastworker', 'duty']) visitors.set(who, await here.signedIn(who))
})

const full = {
  Restrick: 'Restricted: of the authority, only the child’s team sees this file.',
  Shieldlaw:
    'Shielded: somebody may be looking for this family. Of the authority, only the child’s team and the front door see this file.',
}

describe.each([
  ['Openshaw', ['eastworker', 'duty'], undefined, undefined],
  [
    'Restrick',
    ['eastworker'],
    full.Restrick,
    'Restricted</strong> <span class="gt-quiet govuk-!-font-size-16 govuk-!-font-weight-regular">few may see it',
  ],
  [
    'Shieldlaw',
    ['eastworker', 'duty'],
    full.Shieldlaw,
    'Shielded</strong> <span class="gt-quiet govuk-!-font-size-16 govuk-!-font-weight-regular">tell nobody where they are',
  ],
] as const)('%s', (surname, seenBy, means, briefly) => {
  test.each(seenBy)('as %s sees it: on the file, in a search, in the list of what is due', async who => {
    const visitor = visitors.get(who)
    const file = (await visitor?.get(`/case/${references.get(surname)}`))?.body ?? ''
    const found = (await visitor?.get(`/find?q=${surname}`))?.body ?? ''
    const due = (await visitor?.get('/due?scope=agency'))?.body ?? ''
    const row = due.split('<li class="gt-duty').find(one => one.includes(surname)) ?? ''
    for (const html of [file, found, row]) expect(html).toContain(surname)
    const others = Object.values(full).filter(words => words !== means)
    for (const words of others) expect(file).not.toContain(words)
    if (means) expect(file).toContain(means)
    for (const html of [found.slice(found.indexOf('id="results"')), row]) {
      if (briefly) expect(html).toContain(briefly)
      expect(html.match(/>(Restricted|Shielded)</g) ?? []).toHaveLength(briefly ? 1 : 0)
    }
  })

  test.each(['eastworker', 'duty'].filter(who => !(seenBy as readonly string[]).includes(who)))(
    '%s is not told that it is there',
    async who => {
      const visitor = visitors.get(who)
      const { status, body = '' } = (await visitor?.get(`/case/${references.get(surname)}`)) ?? {}
      // Whoever may open a restricted file in an emergency is told by its reference that there is one, and no more.
      expect(status).toBe(who === 'duty' && surname === 'Restrick' ? 403 : 404)
      expect(body).not.toContain(surname)
      expect((await visitor?.get('/due?scope=agency'))?.body).not.toContain(surname)
    },
  )
})
