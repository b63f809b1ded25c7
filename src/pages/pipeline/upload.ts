// A form with a file: its fields are read up to the file, which is then a stream for the page to read. Nothing is held whole.

import type { FastifyRequest } from 'fastify'

/** The largest file, in bytes: a full census return with room to spare. */
export const largestFile = 600 * 1024 * 1024

/** Reads a form up to its file, so that the fields before it, the token among them, are known. */
export async function receiveUpload(request: FastifyRequest): Promise<void> {
  if (!request.isMultipart()) return
  const fields: Record<string, string[]> = {}
  // Before it is known who sends: a few short fields, then the file.
  const parts = request.parts({ limits: { fields: 10, fieldSize: 10_000, files: 1, parts: 12 } })
  // Not a `for await`: leaving one early would end the file as well.
  for (let next = await parts.next(); !next.done; next = await parts.next()) {
    const part = next.value
    if (part.type === 'file') {
      request.upload = { name: part.filename, stream: part.file }
      break
    }
    if (typeof part.value === 'string') fields[part.fieldname] = [...(fields[part.fieldname] ?? []), part.value]
  }
  request.fields = Object.fromEntries(
    Object.entries(fields).map(([name, [first = '', ...more]]) => [name, more.length > 0 ? [first, ...more] : first]),
  )
}
