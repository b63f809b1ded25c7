import { expect, test } from 'vitest'
import { type ActOfAccess, acts, isRole, may, type Role, roles } from './policy.ts'
import { actsOfArea, whoMay } from './visit.ts'

test('the acts that can be asked of a whole page are those that the matrix grants without a relation to a case', () => {
  const ofArea = (Object.keys(acts) as ActOfAccess[]).filter(act =>
    (Object.keys(roles) as Role[]).some(role => may(role, act, 'none')),
  )
  expect(actsOfArea.toSorted()).toEqual(ofArea.toSorted())
})

test('a refusal can name the roles to ask', () => {
  expect(whoMay('import-file')).toEqual(['Data lead'])
})

test('only what the matrix lists is a role', () => {
  expect(['social-worker', 'constructor', ''].map(isRole)).toEqual([true, false, false])
})
