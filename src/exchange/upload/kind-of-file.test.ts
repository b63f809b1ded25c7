import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { heading } from '../document/document.ts'
import { makePdf } from '../document/pdf.ts'
import { makeWord } from '../document/word.ts'
import { checkFile, kindsOfFile, nameToKeep } from './kind-of-file.ts'

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))
const packed = (parts: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])))
const types = (main: string) =>
  `<Types><Override ContentType="application/vnd.openxmlformats-officedocument.${main}"/></Types>`
const word = { '[Content_Types].xml': types('wordprocessingml.document.main+xml'), 'word/document.xml': '<w/>' }
const document = { title: 'T', author: 'A', day: '2026-04-14', foot: 'F', blocks: [heading(1, 'T')] }
const pdf = '%PDF-1.7\n1 0 obj <<>> endobj\n%%EOF\n'
const png = '\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR'

describe('what is kept is known by its content', () => {
  test.each([
    ['letter.pdf', bytes(pdf), 'pdf'],
    ['drawing.png', bytes(png), 'png'],
    ['photo.JPG', bytes('\u00ff\u00d8\u00ff\u00e0....JFIF'), 'jpeg'],
    ['photo.jpeg', bytes('\u00ff\u00d8\u00ff\u00e1'), 'jpeg'],
    ['report.docx', packed(word), 'docx'],
    [
      'list.xlsx',
      packed({ '[Content_Types].xml': types('spreadsheetml.sheet.main+xml'), 'xl/workbook.xml': '' }),
      'xlsx',
    ],
    ['report.odt', packed({ mimetype: kindsOfFile.odt.type, 'content.xml': '' }), 'odt'],
    ['note.txt', new TextEncoder().encode('\ufeffŁódź:\r\n\tshe said “no”.\n'), 'text'],
  ] as const)('%s', (name, content, kind) => {
    expect(checkFile(content, name)).toEqual({ kind })
  })

  test('what this system makes itself can be filed', async () => {
    expect(checkFile(await makePdf(document), 'plan.pdf')).toEqual({ kind: 'pdf' })
    expect(checkFile(await makeWord(document), 'plan.docx')).toEqual({ kind: 'docx' })
  })
})

describe('what is not kept is refused in words that say what to do', () => {
  test.each([
    [
      'a program that is called a PDF',
      'letter.pdf',
      bytes('MZ\u0090\u0000\u0003'),
      'This is a program, whatever its name says',
    ],
    ['a program for Linux', 'letter.pdf', bytes('\u007fELF\u0002\u0001'), 'This is a program'],
    ['a program for a Mac', 'photo.png', bytes('\u00cf\u00fa\u00ed\u00fe\u0007'), 'This is a program'],
    ['a script', 'note.txt', bytes('#!/bin/sh\nrm -rf ~\n'), 'This is a program'],
    ['a Java program', 'report.docx', packed({ 'META-INF/MANIFEST.MF': 'Main-Class: x' }), 'This is a program'],
    [
      'a Word file with macros',
      'report.docx',
      packed({ ...word, 'word/vbaProject.bin': 'x' }),
      'This file carries macros',
    ],
    [
      'a Word file that says that it has macros',
      'report.docx',
      packed({ ...word, '[Content_Types].xml': 'application/vnd.ms-word.document.macroEnabled.main+xml' }),
      'This file carries macros',
    ],
    [
      'an OpenDocument text with macros',
      'a.odt',
      packed({ mimetype: kindsOfFile.odt.type, 'Basic/Standard/a.xml': '' }),
      'macros',
    ],
    [
      'a Word file with a file inside',
      'a.docx',
      packed({ ...word, 'word/embeddings/oleObject1.bin': 'x' }),
      'carries another file inside',
    ],
    ['an archive', 'letters.zip', packed({ 'a.pdf': pdf }), 'This is an archive'],
    ['an archive that is called a Word file', 'letters.docx', packed({ 'a.exe': 'MZ' }), 'This is an archive'],
    ['an archive of another kind', 'letters.7z', bytes('7z\u00bc\u00af\u0027\u001c'), 'This is an archive'],
    ['an archive of tapes', 'letters.tar', bytes(`${'a'.repeat(257)}ustar`), 'This is an archive'],
    [
      'an old or locked Office file',
      'letter.doc',
      bytes('\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1'),
      'old or a locked Office file',
    ],
    ['a web page', 'page.txt', bytes('  <!DOCTYPE html><script>alert(1)</script>'), 'This is a web page'],
    ['a picture that can carry scripts', 'a.txt', bytes('<svg onload="x">'), 'This is a web page'],
    [
      'a PDF with a script',
      'a.pdf',
      bytes(`%PDF-1.7\n<< /S /JavaScript /JS (x) >>\n%%EOF`),
      'This PDF carries a script',
    ],
    ['a PDF that starts a program', 'a.pdf', bytes(`%PDF-1.7\n<< /S /Launch >>\n%%EOF`), 'This PDF carries a script'],
    ['half a PDF', 'a.pdf', bytes('%PDF-1.7\n1 0 obj'), 'broken or not whole'],
    ['half a Word file', 'a.docx', packed(word).slice(0, 60), 'broken or not whole'],
    ['an empty file', 'a.pdf', new Uint8Array(), 'The file is empty'],
    ['anything else', 'a.pdf', bytes('\u0000\u0001\u0002\u0003'), 'none of the kinds that are kept'],
    ['a PDF that is called a program', 'letter.exe', bytes(pdf), 'ends in “.exe”, and its content is a PDF'],
    ['a file whose name says nothing', 'letter', bytes(pdf), 'does not say what it is'],
  ] as const)('%s', (_, name, content, says) => {
    const checked = checkFile(content, name)
    expect('refused' in checked && checked.refused).toContain(says)
  })

  test('a PDF is not refused for what its pictures say by chance', () => {
    expect(checkFile(bytes('%PDF-1.7\nstream\n/JS \u0000/JavaScript\nendstream\n%%EOF'), 'a.pdf')).toEqual({
      kind: 'pdf',
    })
  })

  test('a file that would unpack to more than any letter is refused, and is not unpacked', () => {
    const bomb = Buffer.from(packed({ ...word, 'word/media/image1.png': 'x' }))
    // What the list at its end says of the last one: 400 megabytes, unpacked.
    bomb.writeUInt32LE(400 * 1024 * 1024, bomb.lastIndexOf(Buffer.from('PK\u0001\u0002')) + 24)
    expect(checkFile(bomb, 'a.docx')).toMatchObject({ refused: expect.stringContaining('broken') as unknown })
  })
})

test('a name is kept without its path and without letters that nobody sees', () => {
  expect(nameToKeep('C:\\Users\\me\\Letter from GP.pdf')).toBe('Letter from GP.pdf')
  expect(nameToKeep('../../etc/passwd')).toBe('passwd')
  // Written from right to left, “exe.pdf” can look like “fdp.exe”.
  expect(nameToKeep('letter\u202efdp.exe')).toBe('letterfdp.exe')
  expect(nameToKeep(`${'a'.repeat(300)}.docx`)).toBe(`${'a'.repeat(195)}.docx`)
})
