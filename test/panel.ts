/** For tests in which the national Panel takes part: it acts for the nation, and here it is given the area of the others. */
import { addAgency, addHolder, addPost, addPractitioner } from '../src/people/establishment.ts'
import { transaction } from '../src/platform/database.ts'
import { newId } from '../src/platform/identifier.ts'
import type { TestServer } from './test-server.ts'

/** All agencies of the small borough, and the Panel. */
export type AgenciesAndPanel = TestServer['borough']['agencies'] & { readonly panel: string }

/** Its secretariat, where Stella Wray signs in as "panel". */
export async function addPanel({ db, borough }: Pick<TestServer, 'db' | 'borough'>) {
  const [agency, holder, practitioner, post] = [newId(), newId(), newId(), newId()] as [string, string, string, string]
  await transaction(db.recorder, async client => {
    await addAgency(client, { id: agency, kind: 'national-panel', name: 'The Panel', body: 'panel' }, [borough.area])
    await addHolder(client, {
      id: holder,
      agencyId: agency,
      areaId: borough.area,
      kind: 'team',
      name: 'Secretariat',
      worksOn: ['national-review'],
    })
    await addPractitioner(client, { id: practitioner, signIn: 'panel', name: 'Stella Wray' })
    await addPost(client, {
      id: post,
      practitionerId: practitioner,
      agencyId: agency,
      role: 'panel-officer',
      title: 'Secretariat of the Panel',
      areaIds: [borough.area],
      holderIds: [holder],
      from: 0,
    })
  })
  return { agency, post }
}
