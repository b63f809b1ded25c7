/** What was imported into the areas of a post, and what was not kept of it. */
import type { PoolClient } from 'pg'

export interface ImportRow {
  readonly id: string
  readonly format: string
  readonly name: string
  readonly started_at: number
  readonly finished_at: number | null
  readonly by: string | null
  readonly counts: Partial<Record<'children' | 'episodes' | 'facts' | 'added' | 'unchanged' | 'problems', number>>
}

const importColumns =
  'i.id, i.format, i.name, i.started_at, i.finished_at, w.name as by, i.counts from import_file i left join post p on p.id = i.imported_by left join practitioner w on w.id = p.practitioner_id'

/** The latest imports, newest first. */
export async function listImports(client: PoolClient, areaIds: readonly string[]): Promise<ImportRow[]> {
  const { rows } = await client.query<ImportRow>({
    name: 'imports',
    text: `select ${importColumns} where i.area_id = any($1) order by i.started_at desc, i.id desc limit 100`,
    values: [areaIds],
  })
  return rows
}

/** One import; nothing where it is of another area. */
export async function findImport(
  client: PoolClient,
  areaIds: readonly string[],
  id: string,
): Promise<ImportRow | undefined> {
  const { rows } = await client.query<ImportRow>({
    name: 'import',
    text: `select ${importColumns} where i.area_id = any($1) and i.id = $2`,
    values: [areaIds, id],
  })
  return rows[0]
}

/** The import that this post began last, since an instant. */
export async function findBegun(
  client: PoolClient,
  areaIds: readonly string[],
  postId: string,
  since: number,
): Promise<ImportRow | undefined> {
  const { rows } = await client.query<ImportRow>({
    name: 'import begun',
    text: `select ${importColumns} where i.area_id = any($1) and i.imported_by = $2 and i.started_at >= $3
           order by i.started_at desc, i.id desc limit 1`,
    values: [areaIds, postId, new Date(since)],
  })
  return rows[0]
}

export interface ProblemRow {
  readonly number: number
  readonly line: number | null
  readonly child: string | null
  readonly path: string | null
  readonly why: string
}

/** Problems of an import in the order of the file, behind a number. */
export async function listProblems(
  client: PoolClient,
  areaIds: readonly string[],
  importId: string,
  after: number,
  limit: number,
): Promise<ProblemRow[]> {
  const { rows } = await client.query<ProblemRow>({
    name: 'import problems',
    text: `select number, line, child, path, why from import_problem
           where area_id = any($1) and import_id = $2 and number > $3 order by number limit $4`,
    values: [areaIds, importId, after, limit],
  })
  return rows
}
