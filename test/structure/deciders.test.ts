/** The roles that a field of a fact names are those of the access matrix, and may record at all. */
import { expect, test } from 'vitest'
import { isRole, may } from '../../src/access/policy.ts'
import { guidance } from '../../src/procedures/index.ts'

const fields = [...guidance.kinds.values()].flatMap(({ kind, fields: all }) =>
  Object.entries(all).flatMap(([name, field]) =>
    field.type === 'parties' && field.decides ? [{ field: `${kind}.${name}`, of: field.of, roles: field.decides }] : [],
  ),
)

test('whoever decides holds a post of a role that there is, and that may record the decision themselves', () => {
  expect(fields.map(({ field }) => field).toSorted()).toEqual([
    'assessment-authorised.authorisedBy',
    'plan-ended.approvedBy',
    'referral-decided.decidedBy',
    'review-conference-held.approvedBy',
    'section-47-enquiry-concluded.signedOffBy',
  ])
  for (const { field, of, roles } of fields) {
    expect([field, of]).toEqual([field, 'post'])
    expect(roles.filter(role => !isRole(role) || !may(role, 'record', 'granted'))).toEqual([])
  }
})
