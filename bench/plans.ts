/** The query plans of what a bench asks, as they were carried out. */
import type { PoolClient } from 'pg'
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
  const query = (statement: string | Asked, values?: unknown[]) => {
    asked.push(typeof statement === 'string' ? { text: statement, values: values ?? [] } : statement)
    return client.query(statement as string, values as never)
  }
  const spying = new Proxy(client, {
    get: (target, name) => (name === 'query' ? query : (Reflect.get(target, name) as unknown)),
  })
  await work(spying)
  const plans: string[] = []
  for (const { text, values } of asked) {
    if (!/^\s*(select|with)/i.test(text)) continue
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain (analyze, buffers) ${text}`, values)
    const plan = rows.map(row => row['QUERY PLAN']).join('\n')
    plans.push(plan)
    if (areShown) doing(`${text.trim()}\n\n${plan}\n`)
  }
  return plans
}
