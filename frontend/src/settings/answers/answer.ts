import type { AnswerChange, ApprovedAnswer, CommonQuestion } from '../../api/answers';
import { t } from '../../ui/text';

/** As the server takes them. */
export const most = { title: 200, text: 20_000, questions: 200, question: 2_000 };

/** Of a title that nobody wrote. */
const longestTitle = 120;

export const emptyAnswer: AnswerChange = {
  title: '',
  text: '',
  questions: [''],
  accounts: [],
  review_on: null,
  origin: null,
  customers: 0,
};

/** Without what only says who wrote it and when. */
export const draftOf = (its: ApprovedAnswer): AnswerChange => ({
  title: its.title,
  text: its.text,
  questions: its.questions,
  accounts: its.accounts,
  review_on: its.review_on,
  origin: its.origin,
  customers: its.customers,
});

/** Never ends within a character that takes two places. */
const cut = (text: string, length: number): string =>
  text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');

/** A question in one line that is short enough to be a title. */
export function titleOf(question: string): string {
  const line = question.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return line.length > longestTitle ? `${cut(line, longestTitle - 1).trimEnd()}…` : line;
}

/** What is approved when a common question's reply is approved as it is, where it was given. */
export const approvalOf = (its: CommonQuestion, account: string): AnswerChange => ({
  title: titleOf(its.questions[0] ?? its.text),
  text: its.text,
  questions: its.questions.map((question) => cut(question, most.question)),
  accounts: [account],
  review_on: null,
  origin: its.answer,
  customers: its.customers,
});

/** What is written, without what is empty or said twice. */
export const bodyOf = (draft: AnswerChange): AnswerChange => ({
  ...draft,
  title: draft.title.trim(),
  text: draft.text.trim(),
  questions: [...new Set(draft.questions.map((one) => one.trim()).filter(Boolean))],
});

export type Faults = {
  title?: string;
  text?: string;
  questions?: string;
  /** By the question's place. */
  question: Record<number, string>;
};

const tooLong = (length: number, longest: number) =>
  length > longest ? t('answers.tooLong', { length, most: longest }) : undefined;

/** What the server would refuse. */
export function faultsOf(draft: AnswerChange): Faults {
  const { title, text, questions } = bodyOf(draft);
  const missing = t('fieldError.missing');
  const titleFault = title ? tooLong(title.length, most.title) : missing;
  const textFault = text ? tooLong(text.length, most.text) : missing;
  const count = questions.length;
  const questionsFault =
    count === 0
      ? t('answers.noQuestion')
      : count > most.questions
        ? t('answers.tooMany', { count, most: most.questions })
        : undefined;
  return {
    ...(titleFault ? { title: titleFault } : {}),
    ...(textFault ? { text: textFault } : {}),
    ...(questionsFault ? { questions: questionsFault } : {}),
    question: Object.fromEntries(
      draft.questions.flatMap((one, at) => {
        const fault = tooLong(one.trim().length, most.question);
        return fault ? [[at, fault]] : [];
      }),
    ),
  };
}

export const isRight = ({ question, ...others }: Faults): boolean =>
  Object.keys(question).length + Object.keys(others).length === 0;

export const isChanged = (draft: AnswerChange, start: AnswerChange): boolean =>
  JSON.stringify(bodyOf(draft)) !== JSON.stringify(bodyOf(start));

/** Whether somebody is to look at it by now; days are written as `2026-11-03`. */
export const isDue = ({ review_on: on }: AnswerChange, today: string): boolean =>
  on !== null && on <= today;

/** A day in words, which is the same day in every zone. */
export const dayWords = (day: string): string =>
  new Intl.DateTimeFormat(undefined, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(Date.parse(day));

/** Whether a common question's reply is approved for the account; the server knows only once it has read the questions. */
export const isApproved = (its: CommonQuestion, account: string, all: ApprovedAnswer[]): boolean =>
  all.some(
    ({ origin, accounts }) =>
      origin === its.answer && (accounts.length === 0 || accounts.includes(account)),
  );

/** Those in which all the words stand somewhere. */
export function found(all: ApprovedAnswer[], words: string): ApprovedAnswer[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return all.filter(({ title, text, questions }) => {
    const said = [title, text, ...questions].join('\n').toLowerCase();
    return wanted.every((word) => said.includes(word));
  });
}
