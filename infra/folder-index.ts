/** S3 knows no folders: `/en` and `/en/` are `/en/index.html` there. One page is for all stored results, `/r/7KQ4-M2XD`. */
export const folderIndex = `function handler(event) {
  var request = event.request;
  var results = /^(?:\\/en)?\\/r\\//.exec(request.uri);
  if (results) request.uri = results[0] + 'index.html';
  else if (!request.uri.split('/').pop().includes('.')) request.uri = request.uri.replace(/\\/?$/, '/index.html');
  return request;
}`;
