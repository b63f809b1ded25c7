/** Identifiers with a check digit: what is wrong with one, said so that it can be put right. */

/** An NHS number as it is kept: ten figures without the blanks and hyphens that people put between them. */
export function plainNhsNumber(text: string): string {
  return text.replace(/[\s-]/g, '')
}

/** Whether ten figures are an NHS number: weights 10 to 2, modulo 11. One figure repeated ten times is never issued. */
export function isNhsNumber(text: string): boolean {
  const figures = plainNhsNumber(text)
  if (!/^\d{10}$/.test(figures) || /^(\d)\1{9}$/.test(figures)) return false
  const sum = Array.from(figures.slice(0, 9)).reduce((total, figure, at) => total + Number(figure) * (10 - at), 0)
  return (11 - (sum % 11)) % 11 === Number(figures[9])
}

/** What is wrong with an NHS number; nothing where it is one. */
export function checkNhsNumber(text: string): string | null {
  if (!/^\d{10}$/.test(plainNhsNumber(text))) return 'An NHS number has 10 figures, for example 999 000 0018'
  return isNhsNumber(text) ? null : 'Check the NHS number: its last figure does not fit the others'
}

const checkLetters = 'ABCDEFGHJKLMNPQRTUVWXYZ'

/** A unique pupil number as it is kept. */
export function plainUpn(text: string): string {
  return text.replace(/\s/g, '').toUpperCase()
}

/** The first letter that fits the twelve figures of a unique pupil number. */
export function upnLetter(upn: string): string | undefined {
  const sum = Array.from(upn.slice(1)).reduce((total, figure, at) => total + Number(figure) * (at + 2), 0)
  return checkLetters[sum % 23]
}

/**
 * What is wrong with a unique pupil number; nothing where it is one. A temporary one ends in a letter, of which
 * I, O and S are not used, and its first letter is not checked.
 */
export function checkUpn(text: string): string | null {
  const upn = plainUpn(text)
  if (!/^[A-Z]\d{11}[A-Z\d]$/.test(upn) || /[IOS]$/.test(upn))
    return 'A unique pupil number is a letter and 12 figures, for example X801000000000; a temporary one ends in a letter'
  if (!/\d$/.test(upn)) return null
  return upnLetter(upn) === upn[0] ? null : 'Check the unique pupil number: its first letter does not fit its figures'
}
