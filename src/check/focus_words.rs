//! The words that show each focus, as data for [`super::kind::ServesFocus`].
//!
//! Never: decides how many of them are enough.

use crate::guideline::Focus;

/// The words of a focus. They stand between bars; a plural in `s` is found without being listed.
pub(super) struct FocusWords {
    /// One of them is evidence.
    pub(super) telling: &'static str,
    /// It takes two of them.
    pub(super) common: &'static str,
}

/// The words of a focus.
pub(super) const fn words(focus: Focus) -> FocusWords {
    match focus {
        Focus::Service => SERVICE,
        Focus::Awareness => AWARENESS,
        Focus::Recognition => RECOGNITION,
        Focus::Philanthropy => PHILANTHROPY,
        Focus::Recruitment => RECRUITMENT,
        Focus::Expertise => EXPERTISE,
        Focus::Community => COMMUNITY,
        Focus::Feedback => FEEDBACK,
    }
}

const SERVICE: FocusWords = FocusWords {
    telling: "
        refund | refunded | replacement | opening hours | opening time | customer service | helpline
        | help desk | returns desk | service desk | call you back | sorted it | we fixed | I fixed
        | here's how | here is how | step by step | you can now | no more queuing | get in touch
        | write to us | call us | pick-up point | track your | change your booking
    ",
    common: "
        return | delivery | deliver | parcel | order | repair | fix | fixed | problem | solve | solved
        | answer | question | help | support | easier | quicker | faster | queue | wait | hours | open
        | opens | phone | online | appointment | booking | bill | invoice | warranty | exchange | form
        | label | desk | counter | app | customer | apologise | sorry
    ",
};

const AWARENESS: FocusWords = FocusWords {
    telling: "
        who we are | what we do | did you know | behind the scenes | our story | we started | founded
        | meet the team | for the first time | introducing | how it began | about us
    ",
    common: "
        story | began | started | first | since | workshop | family | tradition | local | town | region
        | made | hand | invented | idea | visit | open day | tour | neighbour | history | anniversary
        | years
    ",
};

const RECOGNITION: FocusWords = FocusWords {
    telling: "
        award | prize | shortlisted | finalist | nominated | certified | accredited | voted | medal
        | milestone | case study | before and after | the team behind | well done | congratulations
    ",
    common: "
        won | winner | jury | proud | built | finished | completed | project | craft | apprentice
        | master | skill | design | team | result | record | quality | colleague | achieved | hours of
        | thanks to | learned
    ",
};

const PHILANTHROPY: FocusWords = FocusWords {
    telling: "
        volunteer | volunteering | volunteered | donate | donated | donation | donor | charity
        | charities | fundraiser | fundraising | food bank | shelter | soup kitchen | hospice
        | sponsor | sponsoring | sponsored | relief fund | benefit concert | blood drive | in need
        | giving day | charity run | bursary | scholarship | clean-up day | litter pick
    ",
    common: "
        raise | raised | cause | community | neighbour | help | helped | support | supported | fund
        | give | given | gave | meal | families | family | children | school | event | join | collect
        | collected | plant | planted | trees | homeless | refugee | animal | rescue | tickets
        | proceeds | local
    ",
};

const RECRUITMENT: FocusWords = FocusWords {
    telling: "
        we are hiring | we're hiring | job | vacancy | vacancies | apprenticeship | internship
        | apply by | apply now | career | join our team | join the team | open position | first day at
        | new colleague | working here | trainee | day in the life | recruit | recruiting
    ",
    common: "
        hiring | apply | role | colleague | apprentice | intern | shift | salary | pay | training
        | learn | learned | team | mentor | workplace | part-time | full-time | skills | welcome
        | start | starts | started | desk | working day | graduate
    ",
};

const EXPERTISE: FocusWords = FocusWords {
    telling: "
        how to | here's why | here is why | what it means | explained | explainer | guide | checklist
        | rule of thumb | common mistake | lesson learned | lessons learned | we tested | we measured
        | our advice | in short | myth | tutorial | white paper | webinar
    ",
    common: "
        because | means | why | research | study | data | tested | test | measured | compare | compared
        | example | tip | step | method | rule | law | source | question | answer | learn | learned
        | difference | works | cause | evidence | case | figures | advice
    ",
};

const COMMUNITY: FocusWords = FocusWords {
    telling: "
        meetup | meet-up | get-together | join us | open evening | open house | come along
        | bring a friend | bring your | say hello | neighbourhood | street party | our members
        | meet each other | swap | book club | repair café | newcomers | introduce yourself | potluck
    ",
    common: "
        together | join | meet | meeting | member | group | forum | club | neighbour | neighbor | friend
        | welcome | evening | event | share | shared | chat | talk | everyone | local | party | festival
        | community | coffee | tea | cake | volunteer
    ",
};

const FEEDBACK: FocusWords = FocusWords {
    telling: "
        survey | feedback | what would you | which would you | what should we | tell us | let us know
        | your opinion | your ideas | vote | poll | you said | you asked | you told us | we listened
        | suggestion box | try it out | beta | what do you think | which one | how would you | wish list
    ",
    common: "
        suggest | suggestion | suggested | idea | change | changed | improve | improved | asked | choose
        | prefer | opinion | thoughts | rate | test | tester | missing | wish | better | heard | hear
        | answer | reply | replies | next
    ",
};
