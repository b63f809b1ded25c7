import { beforeAll, expect, test } from 'vitest'
import { given } from '../../../test/given-case.ts'
import type { Visitor } from '../../../test/visitor.ts'

let here: Awaited<ReturnType<typeof given>>
let worker: Visitor
beforeAll(async () => {
  here = await given()
  worker = await here.signedIn('eastworker')
})

type Case = Awaited<ReturnType<typeof here.newCase>>

/** The references offered under “Also record this for”, and why each is. */
async function offeredOn({ address }: Case) {
  const { body } = await worker.get(`${address}/child-seen`)
  return [
    ...body.matchAll(/name="also-on"[^>]*value="([^"]+)"[\s\S]*?<div[^>]*govuk-checkboxes__hint[^>]*>([^<]*)</g),
  ].map(([, reference, why]) => [reference, why])
}

test('a namesake of another family is not offered for the same record; children at the same postcode are', async () => {
  const one = await here.newCase('Marrow')
  const namesake = await here.newCase('Marrow')
  const atHome = await here.newCase('Tillotson')
  await one.fact('address-known', '2026-03-01', { narrative: { postcode: 'ZZ99 1AA' } })
  await namesake.fact('address-known', '2026-03-01', { narrative: { postcode: 'ZZ99 8QQ' } })
  await atHome.fact('address-known', '2026-03-01', { narrative: { postcode: 'ZZ99 1AA' } })
  expect(await offeredOn(one)).toEqual([[atHome.reference, `${atHome.reference}, same postcode`]])
})

test('whoever is recorded as brother or sister is offered, from either file', async () => {
  const one = await here.newCase('Oldacre')
  const [other, born] = [await here.newCase('Quennell'), '2019-02-03']
  await other.fact('child-born', born)
  await one.fact('person-connected', '2026-03-02', {
    data: { relationship: 'sibling', bornOn: born },
    narrative: { forenames: 'Aria', surname: 'Quennell' },
  })
  const why = 'recorded as brother or sister'
  expect(await offeredOn(one)).toEqual([[other.reference, `${other.reference}, ${why}`]])
  expect(await offeredOn(other)).toEqual([[one.reference, `${one.reference}, ${why}`]])
  const third = await here.newCase('Oldacre')
  await third.fact('person-connected', '2026-03-02', {
    data: { relationship: 'sibling', bornOn: '2015-07-07' },
    narrative: { forenames: 'Aria', surname: 'Quennell' },
  })
  expect(await offeredOn(third)).toEqual([])
})
