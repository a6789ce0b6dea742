// What only the platform's owner can tell, and the lines that tell it for good.

function drawQuestions(view) {
  const questions = Data.questions();
  fill(clear(view), [el('div', { class: 'page stack' }, el('h2', { text: plural(questions.length, 'open question') }),
    el('p', { class: 'lead', text: 'What is missing from the input may still exist elsewhere. Each answer goes into bartizan.yaml and decides the findings it names, now and in every later run.' }),
    Data.overview.omitted.questions > 0 && leftOut(`${figure(Data.overview.omitted.questions)} more questions are in assessment.json.`),
    questions.length === 0 && el('p', { class: 'empty', text: 'Nothing to ask: every check could be decided.' }),
    questions.map((question, i) => [question, i + 1]).map(([question, number]) => el('article', { class: 'question' },
      el('h3', { class: 'wrap', text: question.text }),
      el('p', {}, el('span', { class: 'tag wrap', text: question.place })),
      question.answer && el('div', { class: 'code' }, el('pre', { tabindex: 0, 'aria-label': 'Lines for bartizan.yaml', text: question.answer }), copyButton('Copy', question.answer)),
      el('p', { class: 'foot' }, el('span', { class: 'muted', text: `settles ${plural(question.count, 'finding')}` }),
        question.settles.length > 0 && linkButton('show them', () => Findings.show({ text: 'question:' + number }))))))]);
}
