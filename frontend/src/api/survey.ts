/** A question how the customer was served, as a part of the message that asks it. */
export type SurveyPart = {
  kind: 'survey';
  id: string;
  scale: 'numbers' | 'faces' | 'thumbs';
  items: string[];
  language: string;
  wording: string;
  occasion: number;
  reminder: boolean;
  until: string;
};

/** An answer. What they did not say beside the score is null, and absent in what is older. */
export type Rated = {
  type: 'rated';
  survey: string;
  scale: string;
  score: number;
  comment: string | null;
  asked?: string | null;
  solved?: boolean | null;
  helpful?: boolean | null;
  comes_back?: boolean | null;
};
