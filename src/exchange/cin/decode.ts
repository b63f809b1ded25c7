/** From bytes to text, for files that say nothing, or the wrong thing, about their encoding. */

const known: Readonly<Record<string, string>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'us-ascii': 'windows-1252',
  'iso-8859-1': 'windows-1252',
  'windows-1252': 'windows-1252',
  'utf-16': 'utf-16le',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
}

/**
 * Decodes chunks of a file in the encoding that its first bytes name. Where the bytes are not what they claim to be, the
 * rest is read as Windows-1252, which every byte is valid in, and `onWrong` is told once.
 */
export async function* decode(
  chunks: AsyncIterable<Uint8Array>,
  onWrong: (why: string) => void,
): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined
  let isStrict = true
  for await (const chunk of chunks) {
    decoder ??= new TextDecoder(encodingOf(chunk, onWrong), { fatal: true })
    try {
      yield decoder.decode(chunk, { stream: true })
    } catch {
      if (isStrict)
        onWrong(`The file says it is ${decoder.encoding} and is not. It was read as Windows-1252 from here on.`)
      isStrict = false
      decoder = new TextDecoder('windows-1252')
      yield decoder.decode(chunk, { stream: true })
    }
  }
}

function encodingOf(start: Uint8Array, onWrong: (why: string) => void): string {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le'
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be'
  if (start[0] === 0x3c && start[1] === 0) return 'utf-16le'
  if (start[0] === 0 && start[1] === 0x3c) return 'utf-16be'
  const declared = Buffer.from(start.subarray(0, 200))
    .toString('latin1')
    .match(/^[^<]*<\?xml[^>]*encoding\s*=\s*["']([^"']+)["']/)?.[1]
  if (!declared) return 'utf-8'
  const encoding = known[declared.toLowerCase()]
  if (!encoding) onWrong(`The encoding "${declared}" is not known here. The file was read as UTF-8.`)
  return encoding?.startsWith('utf-16') ? 'utf-8' : (encoding ?? 'utf-8')
}
