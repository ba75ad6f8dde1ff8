// Makes the pages quicker; without it everything works all the same.
'use strict';

const fragment = { 'X-Fragment': '1' };

// Keys: a link or button names its key. None is taken while somebody types.
document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  if (event.key === 'j' || event.key === 'k') return moveRow(event.key === 'j' ? 1 : -1);
  if (event.key === 'g') return void (location.href = '/today');
  const target = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (!target) return;
  event.preventDefault();
  if (target.matches('input:not([type=radio]):not([type=checkbox]), textarea, select')) target.focus();
  else target.click();
});

function isTyping(element) {
  return element.matches('textarea, select, input:not([type=radio]):not([type=checkbox])');
}

function moveRow(step) {
  const rows = [...document.querySelectorAll('[data-row]')];
  const at = rows.indexOf(document.activeElement);
  (rows[Math.max(0, Math.min(rows.length - 1, at + step))] ?? rows[0])?.focus();
}

// A button that answers several questions at once: each choice named stands written out beside it.
document.addEventListener('click', event => {
  const button = event.target.closest('button[data-sets]');
  if (!button) return;
  event.preventDefault();
  const box = button.closest('fieldset, section');
  button.closest('details')?.setAttribute('open', '');
  for (const choice of box.querySelectorAll('[data-usual]')) choice.checked = true;
  for (const field of box.querySelectorAll('[data-usual-value]')) field.value = field.dataset.usualValue;
  button.classList.add('done');
  button.form.dispatchEvent(new Event('input', { bubbles: true }));
});

document.addEventListener('change', event => {
  if (event.target.matches('[data-submit]')) event.target.form.requestSubmit();
});

// Anything shown only for some answers.
function unfold(form) {
  for (const part of form.querySelectorAll('[data-when]')) {
    const [names, values] = part.dataset.when.split('=');
    const chosen = names.split('|').flatMap(name => [...form.querySelectorAll(`[name="${CSS.escape(name)}"]:checked`)].map(input => input.value));
    part.hidden = !values.split('|').some(value => chosen.includes(value));
  }
}

// A measured value answers its question: shown at once, and taken back with the value.
function answer(form) {
  for (const field of form.querySelectorAll('[data-answers]')) {
    const choices = [...form.querySelectorAll(`[name="${CSS.escape(field.dataset.answers)}"]`)];
    const yes = choices.find(choice => choice.value === 'Yes');
    if (!yes) continue;
    const holds = parseFloat(field.value.replace(',', '.')) >= Number(field.dataset.from);
    if (holds && !yes.checked) {
      field.dataset.before = choices.find(choice => choice.checked)?.value ?? '';
      yes.checked = true;
    } else if (!holds && field.dataset.before !== undefined) {
      yes.checked = false;
      for (const choice of choices) if (choice.value === field.dataset.before) choice.checked = true;
      delete field.dataset.before;
    }
  }
}

function attach(form) {
  answer(form);
  unfold(form);
  let waiting = null;
  form.addEventListener('input', () => {
    answer(form);
    unfold(form);
    clearTimeout(waiting);
    waiting = setTimeout(() => { refresh(form); keep(form); }, 250);
  });
  if (form.dataset.draft !== undefined) refresh(form);
  if (form.dataset.steady !== undefined) form.addEventListener('submit', event => send(form, event));
}

document.querySelectorAll('form').forEach(attach);

// A part that takes longer than its page; without script it is a link to a page of its own.
document.querySelectorAll('[data-load]').forEach(async box => {
  try {
    const answer = await fetch(box.dataset.load, { headers: fragment });
    if (answer.ok) box.innerHTML = await answer.text();
  } catch { /* the link stays */ }
  delete box.dataset.load;
});

// What the server makes of what is typed, shown beside it. Of two answers the later request's counts.
async function refresh(form) {
  if (!form.dataset.live) return;
  const box = form.querySelector('.live');
  const q = form.querySelector('[type=search]');
  if (q && q.value.trim().length < 2) return void box.replaceChildren();
  const turn = form.dataset.turn = String(Number(form.dataset.turn ?? 0) + 1);
  try {
    const answer = await fetch(form.dataset.live, { method: 'POST', body: new FormData(form), headers: fragment });
    if (form.dataset.turn !== turn || !reached(answer)) return;
    const text = await answer.text();
    if (answer.ok) box.innerHTML = text;
  } catch { show('.offline', true); }
}

// The draft is kept on the server alone.
async function keep(form) {
  if (!form.dataset.draft || form.dataset.sent) return;
  try {
    const answer = await fetch(form.dataset.draft, { method: 'POST', body: new FormData(form), headers: fragment });
    const kept = form.querySelector('.kept');
    if (reached(answer) && answer.ok && kept) kept.hidden = false;
  } catch { show('.offline', true); }
}

// Sends until the line is back, always the same form with the same key, so that it is stored once.
async function send(form, event) {
  event.preventDefault();
  if (form.dataset.sent) return;
  form.dataset.sent = 'yes';
  const body = new FormData(form, event.submitter);
  const address = event.submitter?.getAttribute('formaction') ?? form.action;
  event.submitter?.setAttribute('aria-busy', 'true');
  for (let pause = 1000; ; pause = Math.min(pause * 2, 15000)) {
    try {
      const answer = await fetch(address, { method: 'POST', body, headers: { 'X-Steady': '1' } });
      show('.offline', false);
      if (!reached(answer)) break;
      if (answer.status === 503) throw new Error('again');
      if (answer.redirected) return void location.assign(answer.url);
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      document.querySelector('main').replaceWith(page.querySelector('main'));
      document.querySelectorAll('main form').forEach(attach);
      window.scrollTo(0, 0);
      return;
    } catch {
      show('.offline', true);
      await new Promise(resume => setTimeout(resume, pause));
    }
  }
  event.submitter?.removeAttribute('aria-busy');
  delete form.dataset.sent;
}

function reached(answer) {
  const out = answer.status === 401 || new URL(answer.url).pathname === '/sign-in';
  show('.signed-out', out);
  show('.offline', false);
  return !out;
}

function show(selector, visible) {
  const box = document.querySelector(selector);
  if (box) box.hidden = !visible;
}
