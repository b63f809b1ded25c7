// A form with a file: its fields are read up to the file, which is then a stream for the page to read. Nothing is held whole.

import type { Readable } from 'node:stream'
import type { FastifyRequest } from 'fastify'

/** The largest file, in bytes: a full census return with room to spare. */
export const mostOfAFile = 600 * 1024 * 1024

/**
 * Reads a form up to its file, so that the fields before it, the token among them, are known.
 * @param largest bytes of a file that are read; a larger one is cut there, and its page says so
 */
export async function receiveUpload(request: FastifyRequest, largest: number): Promise<void> {
  if (!request.isMultipart()) return
  const fields: Record<string, string[]> = {}
  // Before it is known who sends: some short fields, then the file.
  const limits = { fields: 24, fieldSize: 10_000, fileSize: largest, files: 1, parts: 26 }
  const parts = request.parts({ limits })
  // Not a `for await`: leaving one early would end the file as well.
  for (let next = await parts.next(); !next.done; next = await parts.next()) {
    const part = next.value
    if (part.type === 'file') {
      const stream: Readable & { readonly truncated: boolean } = part.file
      request.upload = { name: part.filename, stream, largest, isCut: () => stream.truncated }
      break
    }
    if (typeof part.value === 'string') fields[part.fieldname] = [...(fields[part.fieldname] ?? []), part.value]
  }
  request.fields = Object.fromEntries(
    Object.entries(fields).map(([name, [first = '', ...more]]) => [name, more.length > 0 ? [first, ...more] : first]),
  )
}
