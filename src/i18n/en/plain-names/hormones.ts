import type { PlainTexts } from '#i18n/plain-name.ts';

/** Thyroid, other hormones and pregnancy. */
export const hormones: PlainTexts<'hormones'> = {
  thyroidPanel: {
    name: 'Thyroid tests',
    says: 'Tests that show how the thyroid gland in the neck is working.',
  },
  tsh: {
    name: 'Thyroid-stimulating hormone (TSH)',
    says: 'Measures the hormone that tells the thyroid how hard to work. It is the usual first check of the thyroid.',
  },
  freeT4: {
    name: 'Thyroid hormone T4, free',
    says: 'Measures the part of the thyroid hormone T4 that the body can use right away.',
  },
  totalT4: {
    name: 'Thyroid hormone T4, total',
    says: 'Measures all of the thyroid hormone T4 in the blood.',
  },
  freeT3: {
    name: 'Thyroid hormone T3, free',
    says: 'Measures the part of the thyroid hormone T3 that the body can use right away.',
  },
  totalT3: {
    name: 'Thyroid hormone T3, total',
    says: 'Measures all of the thyroid hormone T3 in the blood.',
  },
  peroxidase: {
    name: 'Thyroid antibodies (TPO)',
    says: 'Looks for antibodies against the thyroid. It helps find out why the thyroid works as it does.',
  },
  thyroglobulinAntibody: {
    name: 'Thyroid antibodies (thyroglobulin)',
    says: 'Looks for antibodies against a protein made by the thyroid.',
  },
  thyroglobulin: {
    name: 'Thyroglobulin (thyroid protein)',
    says: 'Measures a protein made by the thyroid. It is often used to follow care after thyroid treatment.',
  },
  cortisol: {
    name: 'Cortisol (stress hormone)',
    says: 'Measures a hormone that helps the body handle stress. It changes through the day.',
  },
  cortisolMorning: {
    name: 'Cortisol (stress hormone), morning',
    says: 'Measures a hormone that helps the body handle stress. It is usually highest in the morning.',
  },
  acth: {
    name: 'ACTH (hormone that drives cortisol)',
    says: 'Measures the hormone that tells the adrenal glands to make cortisol.',
  },
  prolactin: {
    name: 'Prolactin (milk hormone)',
    says: 'Measures the hormone that helps the breasts make milk. Men have it too.',
  },
  fsh: {
    name: 'Follicle-stimulating hormone (FSH)',
    says: 'Measures a hormone that guides the ovaries or testicles. It changes with age and with the monthly cycle.',
  },
  lh: {
    name: 'Luteinizing hormone (LH)',
    says: 'Measures a hormone that guides the ovaries or testicles. It changes with age and with the monthly cycle.',
  },
  estradiol: {
    name: 'Estradiol (a form of estrogen)',
    says: 'Measures the main form of the hormone estrogen.',
  },
  progesterone: {
    name: 'Progesterone',
    says: 'Measures a hormone that takes part in the monthly cycle and in pregnancy.',
  },
  testosterone: {
    name: 'Testosterone, total',
    says: 'Measures all of the hormone testosterone in the blood. Men and women both have it, in different amounts.',
  },
  testosteroneFree: {
    name: 'Testosterone, free',
    says: 'Measures the part of the hormone testosterone that the body can use right away.',
  },
  bindingGlobulin: {
    name: 'Carrier of sex hormones (SHBG)',
    says: 'Measures a protein that carries sex hormones in the blood.',
  },
  dhea: {
    name: 'DHEA sulfate (adrenal hormone)',
    says: 'Measures a hormone made by the adrenal glands, above the kidneys.',
  },
  igf: {
    name: 'IGF-1 (growth factor)',
    says: 'Measures a substance that reflects how much growth hormone the body makes.',
  },
  aldosterone: {
    name: 'Aldosterone (salt hormone)',
    says: 'Measures a hormone that controls salt and water in the body. It takes part in blood pressure.',
  },
  hydroxyprogesterone: {
    name: '17-hydroxyprogesterone',
    says: 'Measures a building block of hormones of the adrenal glands. It is part of newborn and hormone checks.',
  },
  antiMullerian: {
    name: 'Anti-Müllerian hormone (AMH)',
    says: 'Measures a hormone made by the follicles in the ovaries. It gives an idea of how many eggs are left.',
  },
  hcg: {
    name: 'Pregnancy hormone (hCG), amount',
    says: 'Measures the hormone that is made in pregnancy. It has a few other uses too.',
  },
  hcgPresence: {
    name: 'Pregnancy hormone (hCG)',
    says: 'Looks for the hormone that is made in pregnancy.',
  },
  pregnancyUrine: {
    name: 'Pregnancy test, urine',
    says: 'Looks in the urine for the hormone that is made in pregnancy.',
  },
};
