/** For tests of what is shown: every word of an answer, whatever form it has. */
import { strFromU8, unzipSync } from 'fflate'
import { extractText, getDocumentProxy, getMeta } from 'unpdf'
import type { Reply } from './visitor.ts'

/** The words of a page, of a PDF or Word document with what it says of itself, or of a calendar. */
export async function wordsOfAnswer({
  headers,
  body,
  bytes,
}: Pick<Reply, 'headers' | 'body' | 'bytes'>): Promise<string> {
  const type = headers['content-type'] ?? ''
  if (type.startsWith('application/pdf')) {
    const document = await getDocumentProxy(new Uint8Array(bytes))
    const [{ text }, { info }] = [await extractText(document, { mergePages: true }), await getMeta(document)]
    return `${text} ${JSON.stringify(info)}`
  }
  if (type.includes('wordprocessingml'))
    return Object.entries(unzipSync(new Uint8Array(bytes)))
      .flatMap(([name, part]) => (name.endsWith('.xml') ? strFromU8(part) : []))
      .join(' ')
  // A long line of a calendar goes on after a line break and a blank.
  return type.startsWith('text/calendar') ? body.replaceAll('\r\n ', '') : body
}
