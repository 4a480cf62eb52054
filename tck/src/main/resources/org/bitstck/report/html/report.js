'use strict';
(() => {
  const rows = [...document.querySelectorAll('.row')];
  const texts = rows.map(row => row.textContent.toLowerCase());
  const sections = [...document.querySelectorAll('main section')];
  const search = document.getElementById('search');
  const buttons = [...document.querySelectorAll('.filters button')];
  const shown = document.getElementById('shown');
  const none = document.getElementById('none');
  let mark = '';

  function apply() {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    rows.forEach((row, i) => {
      const fits = (!mark || row.dataset.mark === mark) && words.every(word => texts[i].includes(word));
      row.hidden = !fits;
      count += fits;
    });
    sections.forEach(section => { section.hidden = !section.querySelector('.row:not([hidden])'); });
    buttons.forEach(button => button.setAttribute('aria-pressed', String(button.dataset.mark === mark)));
    shown.textContent = count === rows.length ? '' : count + ' of ' + rows.length + ' requirements shown';
    none.hidden = count > 0;
  }

  function show(all) {
    if (all) {
      mark = '';
      search.value = '';
    }
    apply();
  }

  function follow() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const row = target && target.closest('.row');
    if (row) {
      if (row.hidden) {
        show(true);
      }
      row.open = true;
      target.scrollIntoView();
    }
  }

  // a page opened from a file may not have the clipboard: then the text is left selected
  function copy(pre, button) {
    getSelection().selectAllChildren(pre);
    const done = () => { button.textContent = 'copied'; };
    if (navigator.clipboard) {
      navigator.clipboard.writeText(pre.textContent).then(done, () => {});
    }
  }

  // what a link leads to must not lie under the tools, however many lines they take
  new ResizeObserver(() => {
    const sticky = getComputedStyle(search.form).position === 'sticky';
    document.documentElement.style.scrollPaddingTop = sticky ? search.form.offsetHeight + 8 + 'px' : '';
  }).observe(search.form);

  buttons.forEach(button => button.addEventListener('click', () => {
    mark = button.dataset.mark === mark ? '' : button.dataset.mark;
    apply();
  }));
  search.addEventListener('input', apply);
  search.form.addEventListener('submit', event => event.preventDefault());
  document.getElementById('reset').addEventListener('click', () => { show(true); search.focus(); });
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (event.key === '/' && document.activeElement !== search) {
      event.preventDefault();
      search.focus();
    } else if (event.key === 'Escape' && document.activeElement === search) {
      show(true);
      search.blur();
    }
  });
  document.addEventListener('click', event => {
    const button = event.target.closest('.copy');
    if (button) {
      copy(button.parentElement.querySelector('pre, code'), button);
    }
  });
  addEventListener('hashchange', follow);
  apply();
  follow();
})();
