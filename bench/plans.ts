/** The query plans of what a bench asks, as they were carried out. */
import type { Pool, PoolClient } from 'pg'
import { doing } from './report.ts'

let areShown = false

/** Whether plans are printed on stderr. */
export function showPlans(yes: boolean): void {
  areShown = yes
}

interface Asked {
  readonly text: string
  readonly values: unknown[]
}

/** Does the work, then asks each of its statements again for its plan, with the same values and by the same client. */
export async function plansOf(client: PoolClient, work: (client: PoolClient) => Promise<unknown>): Promise<string[]> {
  const asked: Asked[] = []
  await work(spyOn(client, asked))
  return plan(client, asked)
}

/** The same for work that begins its own transactions. What it wrote is planned again, and not carried out again. */
export async function plansOfPool(pool: Pool, work: (pool: Pool) => Promise<unknown>): Promise<string[]> {
  const asked: Asked[] = []
  const connect = async () => spyOn(await pool.connect(), asked)
  await work(instead(pool, 'connect', connect))
  const client = await pool.connect()
  try {
    return await plan(client, asked)
  } finally {
    client.release()
  }
}

/** @throws where one of the plans reads one of these tables from its beginning to its end */
export function refuseScans(plans: readonly string[], tables: readonly string[] = ofCases): void {
  if (plans.length === 0) throw new Error('There is no plan to look at.')
  for (const plan of plans) {
    const [scan] = new RegExp(`Seq Scan on (${tables.join('|')})\\b`).exec(plan) ?? []
    if (!scan) continue
    doing(plan)
    throw new Error(`A whole table is read: ${scan}. The plan stands above.`)
  }
}

const ofCases = ['fact', 'narrative', 'duty', 'disclosed_fact', 'case_file', 'disclosure']

function spyOn(client: PoolClient, asked: Asked[]): PoolClient {
  return instead(client, 'query', (statement: string | Asked, values?: unknown[]) => {
    asked.push(typeof statement === 'string' ? { text: statement, values: values ?? [] } : statement)
    return client.query(statement as string, values as never)
  })
}

/** The same thing, with another function under one of its names. */
function instead<Thing extends object>(thing: Thing, name: keyof Thing, other: unknown): Thing {
  return new Proxy(thing, {
    get: (target, asked) => (asked === name ? other : (Reflect.get(target, asked) as unknown)),
  })
}

async function plan(client: PoolClient, asked: readonly Asked[]): Promise<string[]> {
  const plans: string[] = []
  for (const { text, values } of asked) {
    const isRead = /^\s*(select|with)/i.test(text)
    if (!isRead && !/^\s*(insert|update|delete)/i.test(text)) continue
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(
      `explain ${isRead ? '(analyze, buffers)' : ''} ${text}`,
      values,
    )
    const plan = rows.map(row => row['QUERY PLAN']).join('\n')
    plans.push(plan)
    if (areShown) doing(`${text.trim()}\n\n${plan}\n`)
  }
  return plans
}
