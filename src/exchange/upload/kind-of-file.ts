/**
 * What a file is by its content, whatever its name says: one of a few kinds that are kept, or why it is not. Programs, archives, web
 * pages, and files that carry macros or scripts are refused, each in words that say what to do.
 */
import { strFromU8, unzipSync } from 'fflate'

export interface KindOfFile {
  /** In words: "PDF". */
  readonly label: string
  /** The media type under which it is given out. */
  readonly type: string
  /** How its name may end. */
  readonly endings: readonly string[]
}

const office = 'application/vnd.openxmlformats-officedocument'

export const kindsOfFile = {
  pdf: { label: 'PDF', type: 'application/pdf', endings: ['pdf'] },
  png: { label: 'PNG picture', type: 'image/png', endings: ['png'] },
  jpeg: { label: 'JPEG picture', type: 'image/jpeg', endings: ['jpg', 'jpeg'] },
  docx: { label: 'Word document', type: `${office}.wordprocessingml.document`, endings: ['docx'] },
  xlsx: { label: 'Excel workbook', type: `${office}.spreadsheetml.sheet`, endings: ['xlsx'] },
  odt: { label: 'OpenDocument text', type: 'application/vnd.oasis.opendocument.text', endings: ['odt'] },
  text: { label: 'Plain text', type: 'text/plain; charset=utf-8', endings: ['txt'] },
} as const satisfies Readonly<Record<string, KindOfFile>>
export type KindCode = keyof typeof kindsOfFile

/** The kinds in words, for hints: "PDF, PNG or JPEG picture …". */
export const keptKinds = 'PDF, PNG, JPEG, Word (.docx), Excel (.xlsx), OpenDocument text (.odt) or plain text'

export type Checked = { readonly kind: KindCode } | { readonly refused: string }

/** Looks at a whole file and at its name. */
export function checkFile(bytes: Uint8Array, name: string): Checked {
  if (bytes.length === 0)
    return { refused: 'The file is empty. Open it, see that something stands in it, and choose it again' }
  const found = byContent(bytes)
  if ('refused' in found) return found
  const { endings, label } = kindsOfFile[found.kind]
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  if ((endings as readonly string[]).includes(ending)) return found
  const is = ending === '' ? 'does not say what it is' : `ends in “.${ending}”`
  return {
    refused: `The name of this file ${is}, and its content is ${withArticle(label)}. Give it a name that ends in “.${endings[0]}”`,
  }
}

function withArticle(label: string): string {
  if (label === kindsOfFile.text.label) return 'plain text'
  return `${/^[AEIO]/.test(label) ? 'an' : 'a'} ${label}`
}

const refuse = (refused: string): Checked => ({ refused })
const program = refuse(
  'This is a program, whatever its name says. Programs are never kept here: do not open it, and tell your IT',
)
const archive = refuse('This is an archive with other files in it. Unpack it, and file what is in it one by one')
const webPage = refuse('This is a web page. Print it as PDF, and file that')
const oldOffice = refuse(
  'This is an old or a locked Office file. Open it, save it as .docx, .xlsx or PDF without a password, and file that',
)
const macros = refuse(
  'This file carries macros: small programs. Save it without them, as .docx, .xlsx or PDF, and file that',
)
const inside = refuse('This file carries another file inside that could be a program. Save it as PDF, and file that')
const scripts = refuse('This PDF carries a script or a program. Print it as a new PDF, and file that')
const broken = refuse('This file is broken or not whole. Open it and save it anew, then choose it again')
const unknown = refuse(`This is none of the kinds that are kept: ${keptKinds}. Save or print it as PDF, and file that`)

function byContent(bytes: Uint8Array): Checked {
  const begins = (...signature: readonly number[]) => signature.every((byte, at) => bytes[at] === byte)
  const says = (text: string, at = 0) => latin(bytes.subarray(at, at + text.length)) === text
  if (says('%PDF-')) return checkPdf(bytes)
  if (begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return says('IHDR', 12) ? { kind: 'png' } : broken
  if (begins(0xff, 0xd8, 0xff)) return { kind: 'jpeg' }
  if (begins(0x50, 0x4b, 0x03, 0x04)) return checkPacked(bytes)
  if (isProgram(bytes)) return program
  if (begins(0xd0, 0xcf, 0x11, 0xe0)) return oldOffice
  if (isArchive(bytes)) return archive
  return checkText(bytes)
}

function isProgram(bytes: Uint8Array): boolean {
  const first = latin(bytes.subarray(0, 4))
  const loaders = [
    '\u007fELF',
    '\u00fe\u00ed\u00fa\u00ce',
    '\u00fe\u00ed\u00fa\u00cf',
    '\u00cf\u00fa\u00ed\u00fe',
    '\u00ce\u00fa\u00ed\u00fe',
    '\u00ca\u00fe\u00ba\u00be',
  ]
  return first.startsWith('MZ') || first.startsWith('#!') || loaders.includes(first)
}

function isArchive(bytes: Uint8Array): boolean {
  const first = latin(bytes.subarray(0, 8))
  const packers = [
    'PK',
    'Rar!',
    '7z\u00bc\u00af',
    '\u001f\u008b',
    'BZh',
    '\u00fd7zXZ',
    'MSCF',
    '\u0028\u00b5\u002f\u00fd',
  ]
  return packers.some(one => first.startsWith(one)) || latin(bytes.subarray(257, 262)) === 'ustar'
}

function checkPdf(bytes: Uint8Array): Checked {
  const text = latin(bytes)
  if (!text.slice(-2048).includes('%%EOF')) return broken
  // What is packed is not looked into: by chance it says anything.
  const plain = text.replaceAll(/\bstream\r?\n[^]*?endstream/g, '')
  if (/\/(?:JavaScript|JS|Launch|EmbeddedFiles?)\b/.test(plain)) return scripts
  return { kind: 'pdf' }
}

/** More than this unpacked is no letter. */
const mostUnpacked = 300 * 1024 * 1024
const mostOfAList = 1024 * 1024

/** Office files are packed: what they are stands in a list inside. */
function checkPacked(bytes: Uint8Array): Checked {
  const names: string[] = []
  let unpacked = 0
  let lists: Record<string, Uint8Array>
  try {
    lists = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        names.push(name)
        unpacked += originalSize
        return (name === '[Content_Types].xml' || name === 'mimetype') && originalSize <= mostOfAList
      },
    })
  } catch {
    return broken
  }
  if (unpacked > mostUnpacked) return broken
  const listOf = (name: string) => (lists[name] ? strFromU8(lists[name]) : '')
  const types = listOf('[Content_Types].xml')
  const has = (pattern: RegExp) => names.some(name => pattern.test(name))
  const openDocument = listOf('mimetype').trim()
  if (openDocument === kindsOfFile.odt.type) return has(/^(Basic|Scripts)\//) ? macros : { kind: 'odt' }
  if (!types) return has(/^META-INF\/MANIFEST\.MF$/i) ? program : archive
  if (has(/vbaProject/i) || /macroEnabled/i.test(types) || has(/^[^/]+\/macrosheets\//)) return macros
  if (has(/\/(activeX|embeddings)\/.*\.(bin|exe|js|vbs)$/i)) return inside
  if (types.includes('wordprocessingml.document.main+xml') && has(/^word\/document\.xml$/)) return { kind: 'docx' }
  if (types.includes('spreadsheetml.sheet.main+xml') && has(/^xl\/workbook\.xml$/)) return { kind: 'xlsx' }
  return unknown
}

function checkText(bytes: Uint8Array): Checked {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return unknown
  }
  if (/(?![\t\n\r\f])\p{Cc}/u.test(text)) return unknown
  if (/^\s*(?:<!doctype|<html|<head|<body|<script|<svg|<\?xml|<\?php|\{\\rtf)/i.test(text)) return webPage
  return { kind: 'text' }
}

function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}

const longestName = 200

/** A name as it is kept: without a path, and without letters that nobody sees, which can make “exe” look like “pdf”. */
export function nameToKeep(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  const seen = last
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '')
    .trim()
  if (seen.length <= longestName) return seen
  const ending = /\.[^.]{1,10}$/.exec(seen)?.[0] ?? ''
  return `${seen.slice(0, longestName - ending.length)}${ending}`
}
