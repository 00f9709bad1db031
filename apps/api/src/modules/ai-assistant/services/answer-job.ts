/** The name of the job that answers what is due. */
export const ANSWER_JOB = 'answer-turns';
