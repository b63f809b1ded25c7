/** Notices: where a system wants them, which there were, and what one is about. */
import { isIP } from 'node:net'
import { z } from 'zod'
import { Conflict, NotFound } from '../access/refusals.ts'
import { addWebhook, findWebhook, removeWebhook, type Webhook } from '../access/webhooks.ts'
import { noticesKeptFor } from '../ledger/notices.ts'
import { idIn } from './cases.ts'
import { type Call, operation } from './operation.ts'
import { pageOf, pageQuery, placeIn } from './pages-of.ts'
import { Unfit } from './problem.ts'
import { iso } from './shapes.ts'

const webhookShape = z.object({
  url: z.string(),
  state: z.enum(['working', 'failing', 'disabled']),
  since: z.iso.datetime().meta({ description: 'Since when it is in this state' }),
  lastAnswer: z.string().nullable().meta({ description: 'What the last attempt that failed met' }),
})

function sayWebhook({ url, madeAt, failingSince, disabledAt, lastAnswer }: Webhook) {
  const state = disabledAt ? 'disabled' : failingSince ? 'failing' : 'working'
  return { url, state, since: iso(disabledAt ?? failingSince ?? madeAt), lastAnswer }
}

/** What is wrong with an address; nothing where notices can be sent there. */
function faultOf(text: string, isProduction: boolean): string | undefined {
  if (!URL.canParse(text)) return 'This must be an address that starts with https://'
  const { protocol, hostname, username, password } = new URL(text)
  if (username || password) return 'Leave name and password out of the address: notices are signed'
  const isHere = hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]'
  if (!isProduction && protocol === 'http:' && isHere) return undefined
  if (protocol !== 'https:') return 'This must be an address that starts with https://'
  if (isIP(hostname.replace(/^\[|\]$/g, '')) !== 0) return 'Name the server; its number alone is not enough'
  return isHere || !hostname.includes('.') ? 'This must be the address of a server that others can reach' : undefined
}

export const registerWebhook = operation({
  id: 'registerWebhook',
  summary: 'Say where notices are to be sent',
  detail:
    'A notice says that there is something to fetch: "id", "type", "occurredAt" and "link", and nothing personal. It is signed as the Standard Webhooks specification says (webhook-id, webhook-timestamp, webhook-signature); refuse what is older than five minutes. It may come twice: the id tells. The order is not promised. What is not taken with a 2xx answer is sent again with growing pauses for a day; an address that takes nothing for a day is disabled.',
  body: z.strictObject({ url: z.string({ error: 'Enter the address' }).max(2000) }),
  answers: webhookShape.extend({ secret: z.string().meta({ description: 'Signs each notice. Shown this once' }) }),
  do: async (call, { body }) => {
    const fault = faultOf(body.url, call.config.mode === 'production')
    if (fault) throw new Unfit([{ field: 'url', message: fault }])
    const { instant } = call.today
    const secret = await addWebhook(call.door, call.clientId, call.areaIds, body.url, instant)
    if (!secret) throw new Conflict('This client has an address for notices. Delete that one first.', [])
    return { body: { url: body.url, state: 'working', since: iso(instant), lastAnswer: null, secret } }
  },
})

export const readWebhook = operation({
  id: 'readWebhooks',
  summary: 'Where notices are sent, and whether they arrive',
  answers: z.object({ webhooks: z.array(webhookShape) }),
  do: async call => {
    const found = await findWebhook(call.door, call.clientId)
    return { body: { webhooks: found ? [sayWebhook(found)] : [] } }
  },
})

export const deleteWebhook = operation({
  id: 'deleteWebhook',
  summary: 'Send no notices any more',
  answers: z.object({ webhooks: z.array(webhookShape) }),
  do: async call => {
    if (!(await removeWebhook(call.door, call.clientId, call.areaIds))) throw new NotFound()
    return { body: { webhooks: [] } }
  },
})

const types = ['fact-recorded', 'disclosure-received', 'request-received', 'duty-arisen'] as const
const noticeShape = z.object({
  id: z.uuid(),
  type: z.enum(types),
  occurredAt: z.iso.datetime(),
  link: z.string().meta({ description: 'Where to fetch what it is about' }),
})

interface Noticed {
  readonly id: string
  readonly type: (typeof types)[number]
  readonly occurredAt: number
}

const none = '00000000-0000-0000-0000-000000000000'

export const listNotices = operation({
  id: 'listNotices',
  summary: `The notices of this client, oldest first: also those that did not arrive. Those of more than ${noticesKeptFor} days ago are forgotten`,
  query: z.strictObject(pageQuery),
  answers: z.object({ notices: z.array(noticeShape), next: z.string().nullable() }),
  do: (call, { query }) =>
    call.read(async ({ client }) => {
      const [at, after] = placeIn(query.after, z.tuple([z.number(), z.uuid()])) ?? [0, none]
      const { rows } = await client.query<Noticed>({
        name: 'notices of client',
        text: `select id, type, date_trunc('milliseconds', occurred_at) as "occurredAt" from notice
               where client_id = $1 and (date_trunc('milliseconds', occurred_at), id) > ($2, $3)
               order by date_trunc('milliseconds', occurred_at), id limit $4`,
        values: [call.clientId, new Date(at), after, query.limit + 1],
      })
      const page = pageOf(rows, query.limit, ({ occurredAt, id }) => [occurredAt, id])
      const say = ({ id, type, occurredAt }: Noticed) => ({
        id,
        type,
        occurredAt: iso(occurredAt),
        link: linkOf(call, id),
      })
      return { body: { notices: page.rows.map(say), next: page.next } }
    }),
})

const linkOf = ({ config }: Call, id: string) => `${config.publicUrl}/api/v1/notices/${id}`

interface About extends Noticed {
  readonly reference: string
  readonly subject: string
  readonly number: number | null
}

export const readNotice = operation({
  id: 'readNotice',
  summary: 'What a notice is about, as far as this system may see it now',
  answers: noticeShape.extend({
    case: z.string(),
    about: z.string().meta({ description: 'The id of the entry, the disclosure or the duty' }),
  }),
  do: call =>
    call.read(async ({ client, openCase }) => {
      const { rows } = await client.query<About>({
        name: 'notice',
        text: `select n.id, n.type, n.occurred_at as "occurredAt", n.subject, c.reference,
                 (select f.number from fact f where f.area_id = n.area_id and f.case_id = n.case_id and f.id::text = n.subject) as number
               from notice n join case_file c on c.area_id = n.area_id and c.id = n.case_id
               where n.client_id = $1 and n.id = $2 and case n.type
                 when 'disclosure-received' then exists (select from disclosure d where d.area_id = n.area_id and d.case_id = n.case_id and d.id::text = n.subject)
                 when 'duty-arisen' then exists (select from duty d where d.area_id = n.area_id and d.case_id = n.case_id and d.id = n.subject)
                 else exists (select from fact f where f.area_id = n.area_id and f.case_id = n.case_id and f.id::text = n.subject) end`,
        values: [call.clientId, idIn(call, 'id')],
      })
      const found = rows[0]
      if (!found) throw new NotFound()
      const { head } = await openCase(found.reference)
      const { id, type, occurredAt, subject, number } = found
      const at = `${call.config.publicUrl}/api/v1/cases/${encodeURIComponent(head.reference)}`
      const links: Readonly<Record<Noticed['type'], string>> = {
        'fact-recorded': `${at}/facts?after=${(number ?? 1) - 1}&limit=1`,
        'request-received': `${at}/facts?after=${(number ?? 1) - 1}&limit=1`,
        'disclosure-received': `${at}/disclosures`,
        'duty-arisen': `${at}/duties`,
      }
      const body = { id, type, occurredAt: iso(occurredAt), link: links[type], case: head.reference, about: subject }
      return { body }
    }),
})
