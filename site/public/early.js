/* Before anything is painted: is there a domain in the address? Then the page starts as a result, and nothing jumps. */
document.documentElement.dataset.view = /[?&](?:domene|domain)=[^&]/.test(location.search) ? 'result' : 'start';
