/** Reads whom somebody declares to know: the reference of a file, or a person by name with a birth day or a postcode. */
import { isDay } from '../../guidance/days.ts'
import type { Declaring } from '../../ledger/conflicts.ts'
import { readQuery } from '../../people/search-query.ts'
import { type Fields, valueOf } from '../pipeline/fields.ts'
import type { Message } from '../record/read-fact.ts'

const longest = 200

/** What is declared, or what is wrong with it. @param today YYYY-MM-DD */
export function readDeclared(typed: Fields, today: string): { about?: Declaring['about']; messages: Message[] } {
  const text = (name: string) => valueOf(typed, name).trim()
  const [asked, surname, postcode] = [text('reference'), text('surname'), text('postcode')]
  const birth = readBirth(text)
  if (asked !== '' && surname !== '')
    return { messages: [{ field: 'reference', text: 'Enter the reference of the file or a name, not both' }] }
  if (surname === '') {
    const { reference } = readQuery(asked, Number(today.slice(0, 4)))
    return reference
      ? { about: reference, messages: [] }
      : {
          messages: [
            { field: 'reference', text: 'Enter the reference of the file, such as GT-0A1B2C3, or a last name' },
          ],
        }
  }
  const messages: Message[] = []
  const forenames = text('forenames')
  if ([forenames, surname, postcode].some(one => one.length > longest))
    messages.push({ field: 'surname', text: `Names must be ${longest} characters or fewer` })
  const isBorn = birth !== undefined && birth !== ''
  if (birth === undefined || birth > today)
    messages.push({ field: 'born', text: 'Enter a real date of birth, such as 2 6 2021' })
  else if (!isBorn && postcode === '')
    messages.push({
      field: 'born',
      text: 'Enter their date of birth or their postcode, so that a namesake is not meant',
    })
  if (postcode !== '' && !isPostcode(postcode))
    messages.push({ field: 'postcode', text: 'Enter a whole postcode, such as ZZ99 1AA' })
  if (messages.length > 0) return { messages }
  const birthDay = isBorn ? birth : null
  return { about: { forenames, surname, birthDay, postcode: postcode.toUpperCase() || null }, messages }
}

/** Whether a text is a whole postcode. */
export function isPostcode(text: string): boolean {
  return /^[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}$/i.test(text)
}

/** YYYY-MM-DD, empty where nothing was typed, nothing where it is no day. */
function readBirth(text: (name: string) => string): string | undefined {
  const [day, month, year] = ['day', 'month', 'year'].map(part => text(`born-${part}`)) as [string, string, string]
  if (day === '' && month === '' && year === '') return ''
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(written) ? written : undefined
}
