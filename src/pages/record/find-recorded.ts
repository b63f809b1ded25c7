/** What a submission recorded already: a form that arrives twice is answered the same way twice. */
import type { Visit } from '../pipeline/page.ts'

interface RecordedBefore {
  readonly id: string
  readonly reference: string
}

/** The first entry of a submission of this post and its case; nothing where it did not arrive before. */
export async function findRecorded(visit: Visit, submission: string): Promise<RecordedBefore | undefined> {
  const { rows } = await visit.read(({ client }) =>
    client.query<RecordedBefore>({
      name: 'recorded before',
      text: `select f.id, c.reference from fact f join case_file c on c.area_id = f.area_id and c.id = f.case_id
       where f.area_id = any($1) and f.submission_id = $2 and f.recorded_by = $3 order by f.submission_part limit 1`,
      values: [visit.areaIds, submission, visit.post.id],
    }),
  )
  return rows[0]
}
