// Starts GraphiQL with the analysts' questions as tabs, against this server.
'use strict';

// ask sends one operation. What isn't JSON (a proxy's page, a server that went
// away) becomes an answer that says so, instead of an exception.
async function ask(params, options) {
  // Under application/json a query with a mistake in it is answered with status
  // 200; the console would report any other as a failure to load.
  const headers = { 'Content-Type': 'application/json', Accept: 'application/json' };
  try {
    const response = await fetch('graphql', {
      method: 'POST',
      headers: { ...headers, ...(options && options.headers) },
      body: JSON.stringify(params),
    });
    const text = await response.text();
    try {
      return JSON.parse(text);
    } catch {
      return { errors: [{ message: `the server answered ${response.status} and no JSON: ${text.slice(0, 200)}` }] };
    }
  } catch (error) {
    return { errors: [{ message: `the server can't be reached: ${error.message}` }] };
  }
}

// keep remembers tabs of this very set of questions only: after an upgrade the
// new questions are there. Where a browser grants no storage, nothing outlives
// the page.
function keep(text) {
  let hash = 0;
  for (const letter of text) hash = (Math.imul(hash, 31) + letter.codePointAt(0)) | 0;
  const prefix = `parley:${hash >>> 0}:`;
  const memory = new Map();
  let store = {
    getItem: (key) => memory.get(key) ?? null,
    setItem: (key, value) => memory.set(key, value),
    removeItem: (key) => memory.delete(key),
    clear: () => memory.clear(),
    get length() { return memory.size; },
  };
  try {
    window.localStorage.getItem(prefix);
    store = window.localStorage;
  } catch { /* Refused by the browser's settings. */ }
  return {
    getItem: (key) => store.getItem(prefix + key),
    setItem: (key, value) => store.setItem(prefix + key, value),
    removeItem: (key) => store.removeItem(prefix + key),
    clear: () => store.clear(),
    get length() { return store.length; },
  };
}

const text = document.getElementById('tabs').textContent;
const tabs = JSON.parse(text);
const storage = keep(text);
if (tabs.length > 0 && storage.getItem('graphiql:tabState') === null) {
  // GraphiQL takes the first tab's query from the tab, but not its variables.
  storage.setItem('graphiql:variables', tabs[0].variables ?? '');
}
const logo = React.createElement(GraphiQL.Logo, null, React.createElement('span', { className: 'parley-logo' }, 'Parley'));
ReactDOM.createRoot(document.getElementById('playground')).render(
  React.createElement(GraphiQL, {
    fetcher: ask,
    storage,
    defaultTabs: tabs.length > 0 ? tabs : undefined,
    defaultEditorToolsVisibility: 'variables',
    isHeadersEditorEnabled: true,
  }, logo),
);
