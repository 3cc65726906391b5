"""Who asks for information: the columns of table B, the same in both editions."""

from generator.bilingual import Text
from generator.form.layout import TOTAL, Item

APPLICANTS = (
    Item("natural_person", "自然人", "natural persons", aliases=("个人", "公民", "公民个人")),
    Item(
        "organisations",
        "法人或其他组织",
        "legal persons or other organisations",
        children=(
            Item(
                "enterprise",
                "商业企业",
                "businesses",
                aliases=("商业机构", "商业公司", "商业组织"),
            ),
            Item(
                "research_institution",
                "科研机构",
                "research institutions",
                aliases=("科研院所", "科研单位", "科研组织", "研究机构", "科学研究机构"),
            ),
            Item(
                "public_interest_organisation",
                "社会公益组织",
                "public-interest organisations",
                aliases=("社会组织", "社会公益机构", "公益性组织", "公益机构", "社会团体"),
            ),
            Item(
                "legal_service_organisation",
                "法律服务机构",
                "legal service organisations",
                aliases=("法律服务组织", "法律服务单位", "法律机构", "律师事务所"),
            ),
            Item(
                "other_organisation",
                "其他",
                "other organisations",
                aliases=("其他机构", "其他单位"),
            ),
        ),
        aliases=("法人和其他组织", "法人及其他组织", "法人与其他组织", "法人、其他组织"),
    ),
    TOTAL,
)
APPLICANT_HEADING = Text("申请人情况", "Applicants")
