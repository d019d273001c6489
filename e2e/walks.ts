/** The facts of four people's charts as a reader finds them, for the stories that walk through every section. */
import { people, type Person } from '#sandbox/cast.ts';

/** Header → what stands under it. Under "Name" stands the row's own header. */
type Facts = Readonly<Record<string, string | RegExp>>;
/** A section by its name in the navigation: rows that are there, or a sentence that is. */
export type Section = readonly (readonly [row: string | RegExp, facts?: Facts])[] | string | RegExp;
export type Walk = Readonly<Record<string, Section>>;

const none = /^[\w\s]+No .+ (is|are) recorded in NextGen Office \(sandbox\)\.$/;

/** Person by person: what the banner says, and what stands in each section. */
export const walks: readonly (readonly [Person, banner: readonly (string | RegExp)[], Walk])[] = [
  [
    people.david,
    [
      'SMITH, DAVID',
      'known as DAVE',
      '52 years',
      'born Mar 14, 1974',
      'Male',
      'Chart no. HF428946492',
      'Penicillin G anaphylaxis',
      'Sulfonamides hives',
      'Latex contact dermatitis',
      'Visit of Nov 21, 2026',
    ],
    {
      Problems: [
        [/^Chronic kidney disease, stage 3a/, { Status: 'Active', Since: 'Mar 2024' }],
        [/^Type 2 diabetes mellitus/, { Status: 'Active', Since: '2015' }],
        [/^Housing instability/, { Since: 'Jun 2026' }],
        [/^Hyperkalemia/, { Since: 'recorded Nov 21, 2026' }],
      ],
      Allergies: [
        [
          'Penicillin G',
          {
            Reaction: 'anaphylaxis',
            Severity: 'Severe, High criticality',
            Status: 'Active',
            Date: 'Apr 16, 2012',
          },
        ],
        ['Sulfonamides', { Reaction: 'hives', Severity: 'Moderate' }],
        ['Latex', { Reaction: 'contact dermatitis', Severity: 'Mild' }],
      ],
      Medications: [
        [
          /^Spironolactone 25 mg tablet/,
          { Name: '1 tablet by mouth once daily', Status: 'Active', Date: 'Nov 21, 2026' },
        ],
        [/^Lisinopril 20 mg tablet/, { Name: 'Dispensed 2 times, last Nov 2, 2026', Date: 'Aug 3, 2026' }],
        [
          /^Metformin 1,000 mg tablet/,
          { Name: 'Dispensed 4 times, last Nov 12, 2026', Date: 'Sep 14, 2015' },
        ],
        [/^Aspirin 81 mg tablet/, { Name: 'Reported, not ordered here' }],
      ],
      Immunizations: [
        [/^Zoster recombinant NOT given: patient objection/, { Date: 'Sep 2, 2025' }],
        [/^Pneumococcal conjugate PCV20/, { Date: 'Dec 10, 2024', Lot: 'MUP20' }],
        [/^COVID-19.*Reported/, { Date: 'Dec 8, 2021' }],
        [/^Tdap/, { Date: 'May 21, 2019' }],
      ],
      Procedures: [
        [/^Colonoscopy with polypectomy/, { Status: 'Completed', Date: 'Jan 18, 2022' }],
        [/^Appendectomy/, { Date: /^1998$/ }],
      ],
      Laboratory: [
        [
          /^Potassium/,
          {
            Result: '6.1',
            Unit: 'mmol/L',
            Flag: 'Critical high',
            Range: '3.5–5.1',
            Before: '5.0',
            Date: 'Nov 21, 2026',
          },
        ],
        [/^Sodium/, { Result: '138', Unit: 'mmol/L', Date: 'Nov 21, 2026' }],
        [/^eGFR/, { Result: 'Low 51' }],
      ],
      'Vital signs': [
        [/^Blood pressure/, { Result: '148/92 mmHg' }],
        [/^Weight/, { Result: '214.6 lb' }],
      ],
      'Tests and imaging': [
        [/^ECG impression/, { Result: 'Sinus rhythm, rate 74.', Date: 'Jan 9, 2026' }],
        [/^Left ventricular ejection fraction/, { Result: '62 %' }],
      ],
      Specimens: [[/^Serum/, { Date: 'Nov 21, 2026' }]],
      'Notes, documents': [
        [/^Telephone note/, { Author: 'EXAMPLE, NORA, RN', Date: 'Nov 21, 2026' }],
        [/^Emergency department note/, { Author: 'WARD, PRIYA, MD' }],
      ],
      Reports: [
        [
          /^Basic metabolic panel/,
          { Name: 'Critical potassium, called to Dr Testing 09:10', Status: 'Final', Date: 'Nov 21, 2026' },
        ],
        [/^Ultrasound, kidneys/, { Kind: 'Radiology', Date: 'Oct 2, 2026' }],
      ],
      Visits: [
        [
          /^Office visit/,
          { Name: 'Hypertension follow-up', Date: 'Nov 21, 2026', By: 'TESTING, PROVIDER, MD' },
        ],
        [/^Emergency department visit/, { Name: 'Twisted right ankle', Date: 'Aug 22, 2023' }],
      ],
      'Care plan': [[/^Assessment and plan/, { Name: 'Not to start spironolactone', Status: 'Active' }]],
      Goals: [
        [/^Blood pressure below 130\/80/, { Status: 'Active', Progress: 'Not achieved' }],
        [/^Hemoglobin A1c below 7 %/, { Name: '<7.0 %', Progress: 'In progress' }],
      ],
      'Care team': [[/^David Smith: kidney and diabetes care/, { Name: 'NEPHRON, IMANI, MD' }]],
      Devices: none,
      Orders: [
        [/^Potassium, repeat/, { Status: 'Active', Date: 'Nov 21, 2026' }],
        [/^Diabetic eye examination/, { Status: 'Active' }],
      ],
      Demographics: 'HF428946492',
      'Social history': [
        [/^Smoking status/, { Answer: 'Former smoker' }],
        [/^What is your living situation today\?/, { Answer: 'I am worried about losing it in the future' }],
      ],
      Coverage: [[/^Made Up Mutual Health Plan/, { 'Member number': 'MUM000428946', Status: 'Active' }]],
      'Related people': [[/ANNA/, { Relationship: 'wife', Contact: '(621) 555-0113' }]],
      'Other records': none,
    },
  ],
  [
    people.newborn,
    ['NGUYEN, BABYGIRL', 'born Nov 19, 2026', 'Female', 'No allergies recorded'],
    {
      Problems: [[/^Neonatal jaundice/, { Status: 'Active', Since: 'Nov 21, 2026' }]],
      Allergies: none,
      Medications: [[/^Cholecalciferol/, { Name: '1 mL by mouth once daily' }]],
      Immunizations: [[/^Hep B/, { Date: 'Nov 19, 2026', Lot: 'MUHB26' }], [/^RSV/]],
      Procedures: [[/^Phototherapy NOT done: Bilirubin below the treatment line/, { Status: 'Not done' }]],
      Laboratory: [
        [/^Bilirubin, total/, { Result: 'High 13.6', Unit: 'mg/dL', Date: 'Nov 22, 2026' }],
        [/^Blood group/, { Result: 'A positive' }],
        [/^Newborn screening/],
      ],
      'Vital signs': [
        [/^Weight/, { Result: '2985 g' }],
        [/^Temperature/, { Result: '36.9 °C' }],
      ],
      'Tests and imaging': [
        [/^Hearing screen, left ear/, { Result: /Abnormal.*Refer/ }],
        [/^Apgar, 5 minutes/, { Result: '9' }],
        [/^Gestational age at birth/, { Result: '39.3 weeks' }],
      ],
      Specimens: none,
      'Notes, documents': [[/^Discharge summary/]],
      Reports: none,
      Visits: [[/^Birth, newborn stay/, { Date: 'Nov 19, 2026 – Nov 21, 2026' }], [/^Newborn check/]],
      'Care plan': [[/^Assessment and plan/, { Name: 'Bilirubin 13.6 at 78 hours, below the line (18.2).' }]],
      Goals: none,
      'Care team': [[/^Newborn care/, { Name: 'Pediatrician' }]],
      Devices: none,
      Orders: [[/^Bilirubin, total/, { Status: 'Active' }]],
      Demographics: 'Baby Girl Nguyen',
      'Social history': none,
      Coverage: [[/^Arizona Medicaid/, { 'Member number': 'PENDING-429200101', Relationship: 'Child' }]],
      'Related people': [[/THUY LINH/, { Relationship: 'mother' }]],
      'Other records': none,
    },
  ],
  [
    people.ruth,
    [
      'ABERNATHY, RUTH ELEANOR',
      '90 years',
      'born Apr 21, 1936',
      'Chart no. HF429200203',
      'Codeine confusion',
    ],
    {
      Problems: [[/^Heart failure, preserved ejection fraction/, { Since: '2019' }], [/^At risk of falling/]],
      Allergies: [['Codeine', { Reaction: 'confusion, nausea', Date: /^1998$/ }]],
      Medications: [
        [/^Furosemide 40 mg tablet/, { Name: 'every morning' }],
        [/^Furosemide 20 mg tablet/, { Name: 'at 2 in the afternoon' }],
        [/^Metoprolol succinate ER 50 mg tablet.*1 more that say the same/],
        [/^Digoxin/, { Status: 'On hold' }],
        [/^Omeprazole 20 mg capsule Reported/],
        [/^Potassium chloride/, { Status: 'Draft' }],
        [/^Vitamin D3/, { Status: 'Status unknown' }],
      ],
      Immunizations: [
        [/^Zoster recombinant NOT given: medical precaution/],
        [/^Pneumococcal polysaccharide/, { Date: /^2004$/ }],
      ],
      Procedures: [
        [/^Pacemaker implantation/, { Date: 'Aug 21, 2014' }],
        [/^Cataract surgery/, { Date: 'Mar 2009 – May 2009' }],
      ],
      Laboratory: [
        [/^Digoxin/, { Result: 'Critical high 2.3', Date: 'Sep 3, 2026' }],
        [/^Hemoglobin/, { Result: 'Low 11.6' }],
      ],
      'Vital signs': [[/^Blood pressure/, { Result: '118/62 mmHg' }]],
      'Tests and imaging': none,
      Specimens: none,
      'Notes, documents': [[/^Advance directive/], [/^Discharge summary/]],
      Reports: [[/^Echocardiogram/, { Name: 'Ejection fraction 58 %.' }]],
      Visits: [[/^Hospital stay/, { Date: 'Sep 3, 2026 – Sep 8, 2026' }], [/^Nursing home visit/]],
      'Care plan': [[/^Assessment and plan/, { Name: 'ONE is taken' }]],
      Goals: [[/^No falls/]],
      'Care team': [[/^Ruth Abernathy: nursing home/, { Name: 'Daughter, decides for her' }]],
      Devices: [
        [/^Cardiac pacemaker/, { 'Device identifier': '09999999999987', 'Lot and serial': 'AB1147' }],
      ],
      Orders: [[/^Digoxin/, { Status: 'On hold' }]],
      Demographics: 'CLAYBORNE, RUTH ELEANOR',
      'Social history': [[/^Mini-mental state, total/, { Answer: /19 score/ }], [/^Smoking status/]],
      Coverage: [[/^Medicare/, { 'Member number': '1EG4-TE5-MK73' }]],
      'Related people': [[/DENISE/]],
      'Other records': none,
    },
  ],
  [
    people.jordan,
    ['DOE, JORDAN', 'born Dec 31, 1991', 'Unknown', 'No allergies recorded'],
    {
      ...Object.fromEntries(
        [
          'Problems',
          'Allergies',
          'Medications',
          'Immunizations',
          'Procedures',
          'Laboratory',
          'Vital signs',
          'Tests and imaging',
          'Specimens',
          'Reports',
          'Care plan',
          'Goals',
          'Care team',
          'Devices',
          'Orders',
          'Social history',
          'Coverage',
          'Related people',
          'Other records',
        ].map((name) => [name, none]),
      ),
      Visits: [[/^New patient visit/, { Date: 'Nov 18, 2026' }]],
      // The whole record as one document is there for everybody.
      'Notes, documents':
        /No notes or documents are recorded in NextGen Office \(sandbox\)\.\s.*Whole record as one document/s,
      Demographics: 'Dec 31, 1991',
    },
  ],
];
