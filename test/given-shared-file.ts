/** For tests of who holds a file: one that the school opened, with a worry that it shared and a worry that it kept to itself. */
import { disclose, recall } from '../src/ledger/disclose.ts'
import { newReference } from '../src/people/establishment.ts'
import { newId } from '../src/platform/identifier.ts'
import { on } from './given-case.ts'
import type { TestServer } from './test-server.ts'

export const shared = 'A bruise on her left cheek.'
export const kept = 'Her aunt asked us to say nothing.'

const told = { name: 0, birth: 1, worry: 2 } as const

interface OfFile {
  readonly forenames?: string
  readonly bornOn?: string
  /** What is shared with the council. */
  readonly told?: readonly (keyof typeof told)[]
}

/** Opens the file of Maud, born on 9 May 2019, and shares her name, her birth and the one worry with the council. */
export async function givenSharedFile(
  server: TestServer,
  surname: string,
  { forenames = 'Maud', bornOn = '2019-05-09', told: shown = ['name', 'birth', 'worry'] }: OfFile = {},
) {
  const { area, agencies, people } = server.borough
  const [id, reference] = [newId(), newReference()]
  const said = (kind: string, day: string, narrative: Record<string, string> = {}) =>
    ({ act: 'record', caseId: id, kind, happened: on(day), data: {}, narrative }) as const
  const { ids } = await server.record('teacher', {
    opens: [{ id, kind: 'child', reference, teamId: null }],
    acts: [
      said('child-named', '2026-04-13', { forenames, surname }),
      said('child-born', bornOn),
      said('observation-recorded', '2026-04-13', { seen: shared }),
      said('observation-recorded', '2026-04-13', { seen: kept }),
    ],
  })
  const share = (roots: readonly string[], toAgencyIds: readonly string[] = [agencies.authority]) =>
    disclose(server.ledger, {
      areaId: area,
      caseId: id,
      submissionId: newId(),
      by: { postId: people.teacher.post, agencyId: agencies.school },
      toAgencyIds,
      roots,
      basis: 'ca1989-s17',
      necessity: 'We think she is not safe.',
      familyTold: 'no',
    })
  const [disclosureId = ''] = await share(shown.map(what => ids[told[what]] ?? ''))
  const by = { postId: people.teacher.post, agencyId: agencies.school }
  const recalled = () => recall(server.ledger, { areaId: area, disclosureId, by, why: 'Told in error.' })
  return { id, reference, base: `/case/${reference}`, ids, share, recall: recalled }
}
