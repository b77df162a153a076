/** What visitors are asked, as the server reads it: lines of `name | label | kind | required`. */

export const answers = ['text', 'email', 'phone', 'multiline'] as const;
export type Answer = (typeof answers)[number];
export type Question = { name: string; label: string; kind: Answer; required: boolean };

/** Null where a line means something that nobody can read here. */
export function readQuestions(text: string): Question[] | null {
  const questions: Question[] = [];
  for (const line of text.split('\n').filter((one) => one.trim())) {
    const [name = '', label, word = '', required = ''] = line.split('|').map((part) => part.trim());
    const usual = name === 'email' ? 'email' : 'text';
    const kind = answers.find((one) => one === (word.toLowerCase() || usual));
    if (!/^[a-z][a-z0-9_]{0,39}$/.test(name) || label === undefined || !kind) return null;
    questions.push({ name, label, kind, required: required === 'required' });
  }
  return questions;
}

/** A short lasting name for an answer, made of its question; another one than those that are taken. */
export function nameFor(label: string, kind: Answer, taken: readonly string[]): string {
  const plain = label
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '')
    .slice(0, 30);
  const wanted = kind === 'email' ? 'email' : plain || 'question';
  const free = (number: number): string => {
    const name = number === 1 ? wanted : `${wanted}_${number}`;
    return taken.includes(name) ? free(number + 1) : name;
  };
  return free(1);
}

/** A question without words is left out; one that is new gets its name. */
export function writeQuestions(questions: readonly Question[]): string {
  const taken = questions.map(({ name }) => name).filter(Boolean);
  return questions
    .filter(({ label }) => label.trim())
    .map(({ name, label, kind, required }) => {
      const words = label.replace(/[|\n]/g, ' ').trim();
      const its = name || nameFor(words, kind, taken);
      taken.push(its);
      return [its, words, kind, ...(required ? ['required'] : [])].join(' | ');
    })
    .join('\n');
}
