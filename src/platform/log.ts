// The log of this process, on standard error. It never holds personal data: only the fields listed here pass.

import pino, { type DestinationStream, type Logger } from 'pino'

/** What a line may say besides its fixed message. Never a name, a URL, a body or a database's detail. */
const mayBeLogged = new Set(['req', 'res', 'err', 'route', 'method', 'status', 'ms', 'reference', 'command', 'count'])

/** Makes a logger. Messages are fixed sentences; what varies goes in the listed fields. */
export function createLog(level: string, destination: DestinationStream = pino.destination(2)): Logger {
  return pino(
    {
      level,
      base: null,
      errorKey: 'err',
      serializers: { req: describeRequest, res: describeReply, err: describeError },
      formatters: { log: onlyWhatMayBeLogged },
      hooks: {
        logMethod(args, method) {
          // An error's message may quote what somebody typed, and pino takes it as the line's message.
          const [first] = args as unknown[]
          const error = first instanceof Error ? first : (first as { err?: unknown } | undefined)?.err
          if (error instanceof Error) method.call(this, { ...fieldsOf(first), err: error }, 'failed')
          else method.apply(this, args)
        },
      },
    },
    destination,
  )
}

function fieldsOf(first: unknown): object {
  return first instanceof Error || typeof first !== 'object' || first === null ? {} : first
}

function onlyWhatMayBeLogged(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => mayBeLogged.has(name)))
}

function describeRequest(request: { method?: string; routeOptions?: { url?: string } }): object {
  return { method: request.method, route: request.routeOptions?.url }
}

function describeReply(reply: { statusCode?: number }): object {
  return { status: reply.statusCode }
}

/** The kind of error and where it arose, without its message: PostgreSQL's quote the row. */
function describeError(error: Error & { code?: unknown }): object {
  const frames = (error.stack ?? '').split('\n').filter(line => /^\s+at /.test(line))
  return { type: error.name, code: error.code, at: frames.slice(0, 8).map(line => line.trim()) }
}
