/**
 * All the script there is: filters by outcome, topic and text, adds copy buttons, opens what a fragment names and what
 * is printed. Builds nothing from strings. The page works without it.
 */
export const script = `(() => {
  'use strict';
  const form = document.getElementById('filter');
  const items = [...document.querySelectorAll('[data-outcome]')];
  const groups = [...document.querySelectorAll('[data-group]')];
  const count = document.getElementById('count');
  const none = document.getElementById('none');
  const apply = () => {
    const data = new FormData(form);
    const outcomes = new Set(data.getAll('outcome'));
    const topic = data.get('topic');
    const words = String(data.get('text')).toLowerCase().split(/\\s+/).filter(Boolean);
    let shown = 0;
    for (const item of items) {
      const { outcome, topic: own, text } = item.dataset;
      const fits = outcomes.has(outcome) && (!topic || own === topic) && words.every((word) => text.includes(word));
      item.hidden = !fits;
      if (fits) shown += 1;
    }
    for (const group of groups) {
      const some = group.querySelector('[data-outcome]:not([hidden])') !== null;
      group.hidden = !some;
      if (group.tagName === 'DETAILS' && some && (words.length > 0 || topic)) group.open = true;
    }
    count.textContent = shown + ' / ' + items.length;
    none.hidden = shown > 0;
  };
  form.hidden = false;
  form.addEventListener('input', apply);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('reset', () => setTimeout(apply));
  apply();
  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (target.hidden) { form.reset(); apply(); }
    for (let at = target; at; at = at.parentElement) if (at.tagName === 'DETAILS') at.open = true;
    const own = target.querySelector('details');
    if (own) own.open = true;
    target.scrollIntoView();
  };
  addEventListener('hashchange', reveal);
  if (location.hash) reveal();
  const texts = document.body.dataset;
  for (const pre of document.querySelectorAll('pre[data-copy]')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = texts.label;
    button.addEventListener('click', async () => {
      getSelection().selectAllChildren(pre);
      try {
        await navigator.clipboard.writeText(pre.textContent);
        button.textContent = texts.done;
        setTimeout(() => { button.textContent = texts.label; }, 1500);
      } catch { /* It is selected: the keyboard can copy it. */ }
    });
    pre.before(button);
  }
  for (const pre of document.querySelectorAll('pre.body')) {
    const mark = pre.querySelector('mark');
    if (mark && pre.scrollHeight > pre.clientHeight) pre.scrollTop = mark.offsetTop - pre.clientHeight / 3;
  }
  let folded = [];
  addEventListener('beforeprint', () => {
    folded = [...document.querySelectorAll('.verdict > details:not([open]), .noted:not([open]), #rows:not([open])')];
    for (const one of folded) one.open = true;
  });
  addEventListener('afterprint', () => {
    for (const one of folded) one.open = false;
  });
})();`
