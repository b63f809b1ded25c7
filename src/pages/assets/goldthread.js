// What script adds to pages that work without it: gov.uk components, saving of drafts, keys, calm buttons.
import { initAll } from '/assets/govuk-frontend.min.js'

const supported = 'noModule' in HTMLScriptElement.prototype
document.body.classList.add('js-enabled', ...(supported ? ['govuk-frontend-supported'] : []))
initAll()
for (const form of document.querySelectorAll('form[data-draft-url]')) saveAsTyped(form)
for (const line of document.querySelectorAll('[data-marks-for]')) offerMarks(line)
for (const bar of document.querySelectorAll('[data-making]')) lookAgain(bar)
for (const notes of document.querySelectorAll('[data-notes-url]')) followNotes(notes)
document.addEventListener('submit', calmSecondPress)
window.addEventListener('pageshow', wakeButtons)
document.addEventListener('keydown', onKey)
offerShortcuts()

/** Saves the form as a draft two seconds after the last key, and says so. Nothing typed is ever taken off the page. */
function saveAsTyped(form) {
  const status = form.querySelector('[data-draft-status]') ?? addStatus(form)
  let timer
  let saving = false
  let changed = false

  const say = (words, failed) => {
    status.textContent = words
    status.classList.toggle('gt-saved--failed', failed)
  }
  const save = async () => {
    if (saving) return
    saving = true
    changed = false
    try {
      const answer = await fetch(form.dataset.draftUrl, {
        method: 'POST',
        body: new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === 'string')),
        headers: { accept: 'application/json' },
        credentials: 'same-origin',
        redirect: 'manual',
      })
      if (answer.ok) {
        const { saved, version } = await answer.json()
        form.elements._version.value = version
        say(`Saved ${saved}`, false)
      } else say(`Not saved: ${reason(answer)}. Your words are still on this page.`, true)
    } catch {
      say('Not saved: there is no connection. Your words are still on this page, and we will try again.', true)
      changed = true
    }
    saving = false
    if (changed) later(status.classList.contains('gt-saved--failed') ? 10_000 : 2_000)
  }
  const later = wait => {
    clearTimeout(timer)
    timer = setTimeout(() => void save(), wait)
  }
  const onChange = () => {
    changed = true
    later(2_000)
  }
  form.addEventListener('input', onChange)
  form.addEventListener('change', onChange)
  form.addEventListener('submit', () => {
    clearTimeout(timer)
    changed = false
  })
  // Leaving within the two seconds: send what there is.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' && changed) void save()
  })
}

function addStatus(form) {
  const status = document.createElement('p')
  status.className = 'gt-saved'
  status.setAttribute('aria-live', 'polite')
  const button = form.querySelector('button[type="submit"]:last-of-type')
  if (button) (button.closest('.govuk-button-group') ?? button).before(status)
  else form.append(status)
  return status
}

/** Asks each second how far a document has come, and shows the page of the finished one. */
function lookAgain(bar) {
  const look = async () => {
    try {
      const answer = await fetch(location.href, { headers: { accept: 'application/json' } })
      const { done, isFinished } = answer.ok ? await answer.json() : { isFinished: true }
      if (isFinished) return location.reload()
      bar.value = done
    } catch {
      // No connection: the next second may have one.
    }
    lookAgain(bar)
  }
  setTimeout(() => void look(), 1_000)
}

/** Asks every five seconds whether others wrote more of their notes, and shows it below one's own, which is left alone. */
function followNotes(notes) {
  // Asking by itself keeps nobody signed in who went away.
  const ask = (url, accept) => fetch(url, { headers: { accept, 'goldthread-unattended': 'yes' }, redirect: 'manual' })
  const look = async () => {
    try {
      const answer = await ask(notes.dataset.notesUrl, 'application/json')
      const { stand } = answer.ok ? await answer.json() : notes.dataset
      if (stand !== notes.dataset.stand) {
        const page = await ask(location.pathname, 'text/html')
        const read = page.ok && new DOMParser().parseFromString(await page.text(), 'text/html').getElementById(notes.id)
        if (read) {
          notes.replaceChildren(...read.childNodes)
          notes.dataset.stand = stand
        }
      }
    } catch {
      // No connection: the next time may have one.
    }
    setTimeout(lookWhenSeen, 5_000)
  }
  const lookWhenSeen = () => {
    // Nobody looks at a page that is hidden: nothing is read for it.
    if (document.hidden) document.addEventListener('visibilitychange', lookWhenSeen, { once: true })
    else void look()
  }
  setTimeout(lookWhenSeen, 5_000)
}

/** Buttons that put a mark around the selected words, or begin one where nothing is selected. */
function offerMarks(line) {
  const area = document.getElementById(line.dataset.marksFor)
  const buttons = line.dataset.marks.split('|').map(mark => {
    const button = element('button', { type: 'button', class: 'gt-marking__button' }, [`Mark as ${mark}`])
    // The selection stays where it is, also where a pressed button takes the focus.
    button.addEventListener('mousedown', event => event.preventDefault())
    button.addEventListener('click', () => putMark(area, mark))
    return button
  })
  line.after(
    element('div', { class: 'gt-marking__buttons', role: 'group', 'aria-label': 'Mark the selected words' }, buttons),
  )
}

function putMark(area, mark) {
  const { selectionStart: from, selectionEnd: to, value } = area
  const marked = `[${mark}: ${value.slice(from, to)}]`
  area.focus()
  // As if typed, so that it can be undone; where a browser no longer does that, put there all the same.
  if (!document.execCommand('insertText', false, marked)) {
    area.setRangeText(marked)
    area.dispatchEvent(new Event('input', { bubbles: true }))
  }
  const end = from + marked.length
  area.setSelectionRange(...(from === to ? [end - 1, end - 1] : [from, end]))
}

function reason(answer) {
  if (answer.type === 'opaqueredirect' || answer.status === 401)
    return 'you have been signed out. Sign in again in another tab'
  if (answer.status === 403) return 'this page is too old to save from. Copy your words before you reload it'
  if (answer.status === 409) return 'you saved or recorded it in another window meanwhile'
  return `the server could not take it (${answer.status})`
}

/** A form that is on its way looks so. The server takes it once in any case. */
function calmSecondPress(event) {
  const form = event.target
  if (event.defaultPrevented || form.method === 'dialog') return
  if (form.dataset.sent) {
    event.preventDefault()
    return
  }
  form.dataset.sent = 'yes'
  for (const button of form.querySelectorAll('button:not([type="button"])'))
    button.setAttribute('aria-disabled', 'true')
  setTimeout(() => wakeForm(form), 8_000)
}

function wakeForm(form) {
  delete form.dataset.sent
  for (const button of form.querySelectorAll('button[aria-disabled]:not([disabled])'))
    button.removeAttribute('aria-disabled')
}

function wakeButtons() {
  for (const form of document.querySelectorAll('form[data-sent]')) wakeForm(form)
}

let waitingForSecond = 0

/** Keys never act while somebody types, and never together with another key. */
function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat) return
  const target = event.target
  if (target instanceof Element && target.closest('input, textarea, select, [contenteditable], dialog')) return
  const { keyDue, keyFind, keyRecord } = document.body.dataset
  const isSecond = performance.now() - waitingForSecond < 1_500
  waitingForSecond = 0
  if (event.key === '?') openShortcuts()
  else if (isSecond && event.key === 'd') location.assign(keyDue)
  else if (isSecond && event.key === 'f') location.assign(keyFind)
  else if (event.key === 'g') waitingForSecond = performance.now()
  else if (event.key === 'n' && keyRecord) location.assign(keyRecord)
  else return
  event.preventDefault()
}

function offerShortcuts() {
  const place = document.querySelector('[data-keys]')
  if (!place) return
  place.hidden = false
  place.querySelector('button').addEventListener('click', openShortcuts)
}

function openShortcuts() {
  const dialog = document.querySelector('.gt-shortcuts') ?? buildShortcuts()
  dialog.showModal()
}

function buildShortcuts() {
  const keys = [
    [['g', 'd'], 'What is due'],
    [['g', 'f'], 'Find a child'],
    ...(document.body.dataset.keyRecord ? [[['n'], 'Record something on this case']] : []),
    [['?'], 'This list'],
    [['Esc'], 'Close it'],
  ]
  const dialog = element('dialog', { class: 'gt-shortcuts', 'aria-labelledby': 'shortcuts' }, [
    element('h2', { class: 'govuk-heading-m', id: 'shortcuts' }, ['Keyboard shortcuts']),
    element(
      'dl',
      {},
      keys.flatMap(([pressed, does]) => [
        element(
          'dt',
          {},
          pressed.flatMap((key, index) => [...(index > 0 ? [' then '] : []), element('kbd', {}, [key])]),
        ),
        element('dd', {}, [does]),
      ]),
    ),
    element('form', { method: 'dialog' }, [
      element('button', { class: 'govuk-button govuk-button--secondary govuk-!-margin-bottom-0' }, ['Close']),
    ]),
  ])
  document.body.append(dialog)
  return dialog
}

function element(name, attributes, children) {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  made.append(...children)
  return made
}
